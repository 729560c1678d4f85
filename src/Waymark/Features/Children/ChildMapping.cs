using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Waymark.Data.Sealing;
using Waymark.Features.Teams;

namespace Waymark.Features.Children;

internal sealed class ChildMapping : IEntityTypeConfiguration<Child>
{
    public void Configure(EntityTypeBuilder<Child> builder)
    {
        builder.ToTable("children");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.SealAndFind(c => c.Reference);
        builder.Property(c => c.AgeBand).HasConversion<string>().HasMaxLength(20);
        builder.Property(c => c.RetentionClass).HasConversion<string>().HasMaxLength(20);
        builder
            .HasOne<Team>()
            .WithMany()
            .HasForeignKey(c => c.TeamId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
