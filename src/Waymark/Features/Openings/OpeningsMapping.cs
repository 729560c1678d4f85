using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Waymark.Data.Sealing;
using Waymark.Features.Children;

namespace Waymark.Features.Openings;

internal sealed class OpeningsMapping : IEntityTypeConfiguration<Admission>
{
    public void Configure(EntityTypeBuilder<Admission> builder)
    {
        builder.ToTable("admissions");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.PersonName).HasMaxLength(200);
        builder.Property(a => a.ReviewedByName).HasMaxLength(200);
        builder.Property(a => a.Ground).HasConversion<string>().HasMaxLength(20);
        builder.Seal(a => a.Reason).Seal(a => a.ReviewNote);
        builder.HasIndex(a => new { a.ChildId, a.PersonId });
        builder.HasIndex(a => new { a.ConcernId, a.PersonId });
        builder.HasIndex(a => new
        {
            a.AgencyId,
            a.Ground,
            a.ReviewedAt,
        });
        builder
            .HasOne<Child>()
            .WithMany()
            .HasForeignKey(a => a.ChildId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
