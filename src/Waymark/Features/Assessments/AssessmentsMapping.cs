using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Waymark.Data.Sealing;
using Waymark.Features.Assessments.Decide;
using Waymark.Features.Assessments.Formulate;
using Waymark.Features.Concerns;
using Waymark.Features.Shared.Versions;

namespace Waymark.Features.Assessments;

internal sealed class AssessmentsMapping
    : IEntityTypeConfiguration<Formulation>,
        IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Formulation> builder)
    {
        builder.ToTable("formulations");
        MapVersion(builder);
        builder
            .Seal(f => f.WhatIsHappening)
            .Seal(f => f.WhatKeepsItGoing)
            .Seal(f => f.WhatProtects)
            .Seal(f => f.WhatWouldChangeOurMind)
            .Seal(f => f.Reasons);
        builder.Property(f => f.AnswersHash).HasMaxLength(64);
        builder.Property(f => f.LevelOfConcern).HasConversion<string>().HasMaxLength(30);
        builder.Property(f => f.Sureness).HasConversion<string>().HasMaxLength(30);
    }

    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("decisions");
        MapVersion(builder);
        builder
            .Seal(d => d.Reasons)
            .Seal(d => d.SentTo)
            .Seal(d => d.ConsentReasons)
            .Seal(d => d.WhatIsShared)
            .Seal(d => d.Requests)
            .Seal(d => d.SafeContact)
            .Seal(d => d.WhoWasAsked);
        builder.Property(d => d.Kind).HasConversion<string>().HasMaxLength(30);
        builder.Property(d => d.LawfulBasis).HasConversion<string>().HasMaxLength(30);
        builder.Property(d => d.Consent).HasConversion<string>().HasMaxLength(30);
    }

    private static void MapVersion<T>(EntityTypeBuilder<T> builder)
        where T : class, IWrittenVersion
    {
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.WrittenByName).HasMaxLength(200);
        builder.Property(v => v.Settles).HasMaxLength(100);
        builder.HasIndex(v => new { v.ConcernId, v.Number }).IsUnique();
        builder
            .HasOne<Concern>()
            .WithMany()
            .HasForeignKey(v => v.ConcernId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
