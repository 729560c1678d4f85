using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Waymark.Data.Databases;

/// <summary>
/// The wall inside PostgreSQL: on every table of rows that belong to an agency, a row is there only for a connection that
/// has named its agency, the tables' owner included. It is raised from the model, so that a new table cannot be forgotten.
/// </summary>
internal static class RowLevelSecurity
{
    /// <summary>The setting of a connection that names the agency.</summary>
    public const string Setting = "waymark.agency";

    private const string Policy = "own_agency";

    /// <summary>Two nodes that start at once must not raise the wall at once; any number that nothing else uses.</summary>
    private const long StartLock = 0x5741_594d_4152_4b01;

    /// <summary>Raises the wall where it does not stand.</summary>
    /// <exception cref="InvalidOperationException">The role is one that PostgreSQL exempts from every wall.</exception>
    public static async Task RaiseAsync(WaymarkDb db, CancellationToken cancellation)
    {
        if (await IsExemptAsync(db, cancellation))
        {
            throw new InvalidOperationException(
                "Waymark:Postgres names a role that is a superuser or bypasses row-level security. Use a role of its own that owns the database and is neither."
            );
        }
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock({StartLock})",
            cancellation
        );
        var standing = await db
            .Database.SqlQuery<string>(
                $"""SELECT tablename AS "Value" FROM pg_policies WHERE schemaname = current_schema() AND policyname = {Policy}"""
            )
            .ToListAsync(cancellation);
        var sql = db.GetService<ISqlGenerationHelper>();
        foreach (var table in Tables(db).Except(standing))
        {
            var name = sql.DelimitIdentifier(table);
            var own =
                $"{sql.DelimitIdentifier(nameof(IAgencyOwned.AgencyId))} = nullif(current_setting('{Setting}', true), '')::uuid";
            await ExecuteAsync(db, $"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY", cancellation);
            await ExecuteAsync(db, $"ALTER TABLE {name} FORCE ROW LEVEL SECURITY", cancellation);
            await ExecuteAsync(
                db,
                $"CREATE POLICY {Policy} ON {name} USING ({own}) WITH CHECK ({own})",
                cancellation
            );
        }
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>The tables of rows that belong to an agency.</summary>
    public static IEnumerable<string> Tables(WaymarkDb db) =>
        db
            .Model.GetEntityTypes()
            .Where(t => typeof(IAgencyOwned).IsAssignableFrom(t.ClrType))
            .Select(t => t.GetTableName()!);

    private static async Task<bool> IsExemptAsync(WaymarkDb db, CancellationToken cancellation) =>
        await db
            .Database.SqlQuery<bool>(
                $"""SELECT rolsuper OR rolbypassrls AS "Value" FROM pg_roles WHERE rolname = current_user"""
            )
            .SingleAsync(cancellation);

    /// <summary>The text is made of the model's own names and constants, never of anything typed.</summary>
    private static Task<int> ExecuteAsync(
        WaymarkDb db,
        string sql,
        CancellationToken cancellation
    ) => db.Database.ExecuteSqlRawAsync(sql, cancellation);
}
