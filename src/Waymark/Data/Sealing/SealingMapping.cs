using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Waymark.Features.Accounts;
using Waymark.Security.Encryption;

namespace Waymark.Data.Sealing;

internal sealed class SealingMapping : IEntityTypeConfiguration<AgencyKey>
{
    public void Configure(EntityTypeBuilder<AgencyKey> builder)
    {
        builder.ToTable("agency_keys");
        builder.HasKey(k => new
        {
            k.AgencyId,
            k.Purpose,
            k.Version,
        });
        builder.Property(k => k.Purpose).HasConversion<string>().HasMaxLength(20);
        builder.Property(k => k.WrappedBy).HasMaxLength(WrappingKey.IdLength);
        builder
            .HasOne<Agency>()
            .WithMany()
            .HasForeignKey(k => k.AgencyId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
