using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Waymark.Log;

namespace Waymark.Data.Chain;

internal sealed class ChainMapping
    : IEntityTypeConfiguration<LogHeadRow>,
        IEntityTypeConfiguration<CheckpointRow>
{
    public void Configure(EntityTypeBuilder<LogHeadRow> builder)
    {
        builder.ToTable(EventChain.HeadTable);
        builder.HasKey(h => h.AgencyId);
        builder.Property(h => h.AgencyId).ValueGeneratedNever();
        builder.Property(h => h.Hash).HasMaxLength(LogHash.Length);
    }

    public void Configure(EntityTypeBuilder<CheckpointRow> builder)
    {
        builder.ToTable("log_checkpoints");
        builder.HasKey(c => new { c.AgencyId, c.Number });
        builder.Property(c => c.Number).ValueGeneratedNever();
        builder.Property(c => c.Hash).HasMaxLength(LogHash.Length);
        builder.Property(c => c.PublicKey).HasMaxLength(200);
        builder.Property(c => c.Signature).HasMaxLength(SigningKey.SignatureLength);
    }
}
