using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Waymark.Features.Surveys;

namespace Waymark.Features.Insight.Releasing;

internal sealed class ReleasedFiguresMapping : IEntityTypeConfiguration<ReleasedFiguresRow>
{
    public void Configure(EntityTypeBuilder<ReleasedFiguresRow> builder)
    {
        builder.ToTable("released_figures");
        builder.HasKey(figures => figures.EvaluationId);
        builder.Property(figures => figures.EvaluationId).ValueGeneratedNever();
        builder.Property(figures => figures.Revision).IsConcurrencyToken();
        builder
            .HasOne<Evaluation>()
            .WithMany()
            .HasForeignKey(figures => figures.EvaluationId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
