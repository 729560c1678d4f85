using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Waymark.Data.Sealing;
using Waymark.Features.Concerns;

namespace Waymark.Features.Shared.Answers;

internal sealed class AnswersMapping
    : IEntityTypeConfiguration<StoredResponse>,
        IEntityTypeConfiguration<AnswerCollision>
{
    public void Configure(EntityTypeBuilder<StoredResponse> builder)
    {
        builder.ToTable("questionnaire_responses");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Seal(r => r.Json);
        builder.Property(r => r.InstrumentUrl).HasMaxLength(200);
        builder.Property(r => r.InstrumentVersion).HasMaxLength(40);
        builder.Property(r => r.InstrumentHash).HasMaxLength(64);
        builder.Property(r => r.LastPage).HasMaxLength(200);
        builder.Property(r => r.SavedByName).HasMaxLength(200);
        builder.Property(r => r.Revision).IsConcurrencyToken();
        builder.HasIndex(r => new { r.ConcernId, r.InstrumentUrl }).IsUnique();
        builder
            .HasOne<Concern>()
            .WithMany()
            .HasForeignKey(r => r.ConcernId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AnswerCollision> builder)
    {
        builder.ToTable("answer_collisions");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Seal(c => c.First).Seal(c => c.Second);
        builder.Property(c => c.Path).HasMaxLength(400);
        builder.Property(c => c.Page).HasMaxLength(200);
        builder.Property(c => c.FirstByName).HasMaxLength(200);
        builder.Property(c => c.SecondByName).HasMaxLength(200);
        builder.Property(c => c.SettledByName).HasMaxLength(200);
        builder.HasIndex(c => c.ConcernId);
        builder
            .HasOne<StoredResponse>()
            .WithMany()
            .HasForeignKey(c => c.ResponseId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
