using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Waymark.Data.Sealing;
using Waymark.Features.Children;

namespace Waymark.Features.AccessCopies;

internal sealed class AccessCopiesMapping : IEntityTypeConfiguration<PassageDecision>
{
    public void Configure(EntityTypeBuilder<PassageDecision> builder)
    {
        builder.ToTable("passage_decisions");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(d => d.Choice).HasConversion<string>().HasMaxLength(30);
        builder.Property(d => d.DecidedByName).HasMaxLength(200);
        builder.Seal(d => d.Words).Seal(d => d.Note);
        builder.HasIndex(d => d.ChildId);
        builder
            .HasOne<Child>()
            .WithMany()
            .HasForeignKey(d => d.ChildId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
