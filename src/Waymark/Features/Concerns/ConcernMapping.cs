using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Waymark.Data;
using Waymark.Data.Sealing;
using Waymark.Features.Children;
using Waymark.Features.Concerns.ActNow;
using Waymark.Log;

namespace Waymark.Features.Concerns;

internal sealed class ConcernMapping
    : IEntityTypeConfiguration<Concern>,
        IEntityTypeConfiguration<ActionRecord>,
        IEntityTypeConfiguration<RecordEvent>
{
    public void Configure(EntityTypeBuilder<Concern> builder)
    {
        builder.ToTable("concerns");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Seal(c => c.Worry);
        builder.Property(c => c.AgeBand).HasConversion<string>().HasMaxLength(20);
        builder.Property(c => c.StartedByName).HasMaxLength(200);
        builder
            .HasOne<Child>()
            .WithMany()
            .HasForeignKey(c => c.ChildId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.AgencyId, c.StartedAt });
    }

    public void Configure(EntityTypeBuilder<ActionRecord> builder)
    {
        builder.ToTable("action_records");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.RuleId).HasMaxLength(100);
        builder.Property(a => a.Title).HasMaxLength(400);
        builder.Seal(a => a.DoneBy);
        builder.Seal(a => a.Note);
        builder.Property(a => a.RecordedByName).HasMaxLength(200);
        builder.HasIndex(a => a.ConcernId);
        builder
            .HasOne<Concern>()
            .WithMany()
            .HasForeignKey(a => a.ConcernId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RecordEvent> builder)
    {
        builder.ToTable("events");
        builder.SealByRow(e => e.Number).Seal(e => e.Before).Seal(e => e.After).Seal(e => e.Salt);
        builder.HasIndex(e => new { e.AgencyId, e.Number }).IsUnique();
        builder.Property(e => e.Content).HasMaxLength(LogHash.Length);
        builder.Property(e => e.Previous).HasMaxLength(LogHash.Length);
        builder.Property(e => e.Hash).HasMaxLength(LogHash.Length);
        builder.Property(e => e.ByName).HasMaxLength(200);
        builder.Property(e => e.Kind).HasMaxLength(60);
        builder.Property(e => e.Place).HasMaxLength(400);
        builder.HasIndex(e => new { e.ConcernId, e.Id });
        builder.HasIndex(e => new { e.SubjectId, e.Revision });
    }
}
