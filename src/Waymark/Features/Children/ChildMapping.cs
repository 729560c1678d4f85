using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Waymark.Features.Children;

internal sealed class ChildMapping : IEntityTypeConfiguration<Child>
{
    public void Configure(EntityTypeBuilder<Child> builder)
    {
        builder.ToTable("children");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Reference).HasMaxLength(ChildReference.Length);
        builder.Property(c => c.AgeBand).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(c => new { c.AgencyId, c.Reference }).IsUnique();
    }
}
