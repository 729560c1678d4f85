using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Waymark.Data.Sealing;
using Waymark.Features.Accounts.People;
using Waymark.Features.Accounts.SignIn;
using Waymark.Features.Accounts.Ways;

namespace Waymark.Features.Accounts;

internal sealed class AccountsMapping
    : IEntityTypeConfiguration<Agency>,
        IEntityTypeConfiguration<Practitioner>,
        IEntityTypeConfiguration<CodeApp>,
        IEntityTypeConfiguration<RecoveryCode>,
        IEntityTypeConfiguration<AccountInvitation>,
        IEntityTypeConfiguration<SignInSession>
{
    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.ToTable("agencies");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Name).HasMaxLength(200);
        builder.Property(a => a.Kind).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(a => a.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Practitioner> builder)
    {
        builder.ToTable("practitioners");
        builder.Property(p => p.DisplayName).HasMaxLength(200);
        builder.Property(p => p.JobTitle).HasMaxLength(200);
        builder
            .HasOne<Agency>()
            .WithMany()
            .HasForeignKey(p => p.AgencyId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CodeApp> builder)
    {
        builder.ToTable("code_apps");
        builder.HasKey(a => a.PersonId);
        builder.Seal(a => a.Secret);
        builder
            .HasOne<Practitioner>()
            .WithOne()
            .HasForeignKey<CodeApp>(a => a.PersonId)
            .OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("recovery_codes");
        builder.HasKey(c => new { c.PersonId, c.Number });
        builder.Property(c => c.Hash).HasMaxLength(32);
        builder
            .HasOne<Practitioner>()
            .WithMany()
            .HasForeignKey(c => c.PersonId)
            .OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SignInSession> builder)
    {
        builder.ToTable("sign_in_sessions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Way).HasConversion<string>().HasMaxLength(30);
        builder
            .HasOne<Practitioner>()
            .WithMany()
            .HasForeignKey(s => s.PersonId)
            .OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<AccountInvitation> builder)
    {
        builder.ToTable("account_invitations");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Seal(i => i.Email);
        builder.Seal(i => i.Name);
        builder.Property(i => i.JobTitle).HasMaxLength(200);
        builder.Property(i => i.Roles).HasMaxLength(200);
        builder.Property(i => i.MadeByName).HasMaxLength(200);
        builder.Property(i => i.TokenHash).HasMaxLength(32);
        builder.HasIndex(i => i.TokenHash).IsUnique();
    }
}
