using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Waymark.Data;
using Waymark.Features.Children;
using Waymark.Features.Concerns.ActNow;

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
        builder.Property(c => c.Worry).HasMaxLength(Concern.WorryLength);
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
        builder.Property(a => a.DoneBy).HasMaxLength(200);
        builder.Property(a => a.Note).HasMaxLength(ActionRecord.NoteLength);
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
        builder.Property(e => e.ByName).HasMaxLength(200);
        builder.Property(e => e.Kind).HasMaxLength(60);
        builder.Property(e => e.Place).HasMaxLength(400);
        builder.HasIndex(e => new { e.ConcernId, e.Id });
        builder.HasIndex(e => new { e.SubjectId, e.Revision });
    }
}
