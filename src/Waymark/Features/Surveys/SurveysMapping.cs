using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Waymark.Data.Sealing;

namespace Waymark.Features.Surveys;

internal sealed class SurveysMapping
    : IEntityTypeConfiguration<Evaluation>,
        IEntityTypeConfiguration<Wave>,
        IEntityTypeConfiguration<SurveyResponse>,
        IEntityTypeConfiguration<Invitee>,
        IEntityTypeConfiguration<Invitation>,
        IEntityTypeConfiguration<PendingMarks>,
        IEntityTypeConfiguration<WaveDoor>,
        IEntityTypeConfiguration<ReleaseLedgerRow>
{
    private const int HashLength = 32;

    public void Configure(EntityTypeBuilder<Evaluation> builder)
    {
        builder.ToTable("evaluations");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Seal(e => e.Name);
        builder.Property(e => e.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(e => e.PopulationJson).HasMaxLength(4000);
        builder.Property(e => e.StartedByName).HasMaxLength(200);
        builder.HasIndex(e => new { e.AgencyId, e.StartedAt });
    }

    public void Configure(EntityTypeBuilder<Wave> builder)
    {
        builder.ToTable("waves");
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.Stage).HasConversion<string>().HasMaxLength(20);
        builder.Property(w => w.Instrument).HasMaxLength(200);
        builder.Property(w => w.InstrumentVersion).HasMaxLength(40);
        builder.Seal(w => w.AgenciesJson);
        builder
            .HasOne<Evaluation>()
            .WithMany()
            .HasForeignKey(w => w.EvaluationId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(w => new { w.EvaluationId, w.Stage }).IsUnique();
        builder.HasIndex(w => new { w.AgencyId, w.OpensOn });
    }

    public void Configure(EntityTypeBuilder<SurveyResponse> builder)
    {
        builder.ToTable("survey_responses");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.By).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.MatchHash).HasMaxLength(HashLength);
        builder
            .HasOne<Wave>()
            .WithMany()
            .HasForeignKey(r => r.WaveId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Invitee> builder)
    {
        builder.ToTable("invitees");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Seal(i => i.Email);
        builder.Seal(i => i.ManagerEmail);
        builder
            .HasOne<Evaluation>()
            .WithMany()
            .HasForeignKey(i => i.EvaluationId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.By).HasConversion<string>().HasMaxLength(20);
        builder.Property(i => i.TokenHash).HasMaxLength(HashLength);
        builder.HasIndex(i => new { i.WaveId, i.TokenHash }).IsUnique();
        builder
            .HasOne<Wave>()
            .WithMany()
            .HasForeignKey(i => i.WaveId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Invitee>()
            .WithMany()
            .HasForeignKey(i => i.InviteeId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PendingMarks> builder)
    {
        builder.ToTable("pending_marks");
        builder.HasKey(m => m.WaveId);
        builder.Property(m => m.WaveId).ValueGeneratedNever();
        builder.Property(m => m.Revision).IsConcurrencyToken();
        builder
            .HasOne<Wave>()
            .WithMany()
            .HasForeignKey(m => m.WaveId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<WaveDoor> builder)
    {
        builder.ToTable("wave_doors");
        builder.HasKey(d => d.WaveId);
        builder.Property(d => d.WaveId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<ReleaseLedgerRow> builder)
    {
        builder.ToTable("release_ledgers");
        builder.HasKey(l => new { l.EvaluationId, l.Scope });
        builder.Property(l => l.Scope).HasMaxLength(40);
        builder.Property(l => l.Revision).IsConcurrencyToken();
        builder
            .HasOne<Evaluation>()
            .WithMany()
            .HasForeignKey(l => l.EvaluationId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
