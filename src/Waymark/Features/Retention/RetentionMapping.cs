using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Waymark.Data.Sealing;
using Waymark.Features.Children;

namespace Waymark.Features.Retention;

internal sealed class RetentionMapping
    : IEntityTypeConfiguration<LegalHold>,
        IEntityTypeConfiguration<ErasureRequest>
{
    public void Configure(EntityTypeBuilder<LegalHold> builder)
    {
        builder.ToTable("legal_holds");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.PlacedByName).HasMaxLength(200);
        builder.Property(h => h.LiftedByName).HasMaxLength(200);
        builder.Seal(h => h.Reason).Seal(h => h.LiftReason);
        builder.HasIndex(h => h.ChildId);
        // The database itself refuses to remove a child while a hold names it.
        builder
            .HasOne<Child>()
            .WithMany()
            .HasForeignKey(h => h.ChildId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ErasureRequest> builder)
    {
        builder.ToTable("erasure_requests");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Ground).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.RequestedByName).HasMaxLength(200);
        builder.Seal(r => r.Reason);
        builder.HasIndex(r => r.ChildId);
        builder
            .HasOne<Child>()
            .WithMany()
            .HasForeignKey(r => r.ChildId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
