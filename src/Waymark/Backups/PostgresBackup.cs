using System.Globalization;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Waymark.Data.Databases;

namespace Waymark.Backups;

/// <summary>
/// The tables of a PostgreSQL database in a backup, as one snapshot while people go on working. <c>pg_dump</c> cannot make it as the service's own
/// role: the wall between agencies binds that role, so each agency is entered in turn.
/// </summary>
internal static class PostgresBackup
{
    private const string History = "__EFMigrationsHistory";

    public static async Task WriteAsync(
        string connectionString,
        ZipArchive zip,
        Func<IReadOnlyList<BackupTable>, byte[]> header,
        CancellationToken cancellation
    )
    {
        await using var connection = await OpenAsync(connectionString, cancellation);
        await ExecuteAsync(
            connection,
            "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
            cancellation
        );
        var agencies = await ListAsync(
            connection,
            "SELECT \"Id\"::text FROM agencies ORDER BY 1",
            cancellation
        );
        List<BackupTable> tables = [];
        foreach (var table in await TablesAsync(connection, cancellation))
        {
            var columns = await ListAsync(
                connection,
                $"SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = '{table}' AND is_generated = 'NEVER' ORDER BY ordinal_position",
                cancellation
            );
            var isWalled =
                (
                    await ListAsync(
                        connection,
                        $"SELECT relname FROM pg_class WHERE oid = '\"{table}\"'::regclass AND relrowsecurity",
                        cancellation
                    )
                ).Count > 0;
            var rows = 0L;
            await using var entry = new StreamWriter(
                await zip.CreateEntry(BackupFile.TableEntry(table)).OpenAsync(cancellation)
            );
            foreach (var agency in isWalled ? agencies : [""])
            {
                await ExecuteAsync(
                    connection,
                    $"SELECT set_config('{RowLevelSecurity.Setting}', '{agency}', true)",
                    cancellation
                );
                using var copy = await connection.BeginTextExportAsync(
                    $"COPY (SELECT {Names(columns)} FROM \"{table}\") TO STDOUT (FORMAT text)",
                    cancellation
                );
                rows += await CopyAsync(copy, entry, cancellation);
            }
            tables.Add(new(table, columns, rows));
        }
        await ExecuteAsync(connection, "COMMIT", cancellation);
        await using var json = await zip.CreateEntry(BackupFile.HeaderEntry)
            .OpenAsync(cancellation);
        await json.WriteAsync(header(tables), cancellation);
    }

    /// <summary>
    /// Loads the tables of a backup into a schema that has none. Tables that were there before are kept in a schema of their own.
    /// </summary>
    /// <returns>The schema with the earlier tables, or null where there were none.</returns>
    public static async Task<string?> RestoreAsync(
        BackupFile backup,
        PostgresWaymarkDb db,
        string connectionString,
        DateTimeOffset at,
        CancellationToken cancellation
    )
    {
        if (!db.Database.GetMigrations().Contains(backup.Header.Migration))
        {
            throw new BackupException(
                "It was made by a newer version of Waymark. Restore it with that version."
            );
        }
        await using var connection = await OpenAsync(connectionString, cancellation);
        string? earlier = null;
        if ((await TablesAsync(connection, cancellation)).Count > 0)
        {
            earlier = string.Create(CultureInfo.InvariantCulture, $"before_{at:yyyyMMdd_HHmmss}");
            await ExecuteAsync(
                connection,
                $"DO $$ BEGIN EXECUTE format('ALTER SCHEMA %I RENAME TO {earlier}', current_schema()); END $$; CREATE SCHEMA public;",
                cancellation
            );
        }
        try
        {
            await db.GetService<IMigrator>()
                .MigrateAsync(backup.Header.Migration, cancellationToken: cancellation);
            await LoadAsync(backup, connection, cancellation);
            return earlier;
        }
        catch when (earlier is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await using var back = await OpenAsync(connectionString, CancellationToken.None);
            await ExecuteAsync(
                back,
                $"DROP SCHEMA public CASCADE; ALTER SCHEMA {earlier} RENAME TO public;",
                CancellationToken.None
            );
            throw;
        }
    }

    private static async Task LoadAsync(
        BackupFile backup,
        NpgsqlConnection connection,
        CancellationToken cancellation
    )
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // Rows refer to rows of tables that come later, and the wall lets no row through that is not the agency's own: both are put back before
        // the transaction ends, and the references are checked as they are.
        var references = await ListAsync(
            connection,
            "SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace",
            cancellation
        );
        foreach (
            var drop in await ListAsync(
                connection,
                "SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace",
                cancellation
            )
        )
        {
            await ExecuteAsync(connection, drop, cancellation);
        }
        foreach (var table in backup.Header.Tables)
        {
            await ExecuteAsync(connection, $"DELETE FROM \"{table.Name}\"", cancellation);
            await using (
                var copy = await connection.BeginTextImportAsync(
                    $"COPY \"{table.Name}\" ({Names(table.Columns)}) FROM STDIN (FORMAT text)",
                    cancellation
                )
            )
            {
                using var rows = new StreamReader(
                    await backup.ReadAsync(BackupFile.TableEntry(table.Name), cancellation)
                );
                await CopyAsync(rows, copy, cancellation);
            }
            var loaded = await ListAsync(
                connection,
                $"SELECT count(*)::text FROM \"{table.Name}\"",
                cancellation
            );
            if (loaded[0] != table.Rows.ToString(CultureInfo.InvariantCulture))
            {
                throw new BackupException(
                    $"The table {table.Name} should have {table.Rows} rows and has {loaded[0]}."
                );
            }
        }
        foreach (
            var next in await ListAsync(
                connection,
                "SELECT format('SELECT setval(pg_get_serial_sequence(%L, %L), greatest(1, (SELECT coalesce(max(%I), 1) FROM %I)))', quote_ident(table_name), column_name, column_name, table_name) FROM information_schema.columns WHERE table_schema = current_schema() AND is_identity = 'YES'",
                cancellation
            )
        )
        {
            await ExecuteAsync(connection, next, cancellation);
        }
        foreach (var add in references)
        {
            await ExecuteAsync(connection, add, cancellation);
        }
        await transaction.CommitAsync(cancellation);
    }

    /// <returns>The number of rows.</returns>
    private static async Task<long> CopyAsync(
        TextReader from,
        TextWriter to,
        CancellationToken cancellation
    )
    {
        var buffer = new char[1 << 15];
        var rows = 0L;
        int read;
        while ((read = await from.ReadAsync(buffer, cancellation)) > 0)
        {
            // In COPY's text format a line break within a value is written as \n: each real one ends a row.
            rows += buffer.AsSpan(0, read).Count('\n');
            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
        return rows;
    }

    private static Task<List<string>> TablesAsync(
        NpgsqlConnection connection,
        CancellationToken cancellation
    ) =>
        ListAsync(
            connection,
            $"SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename <> '{History}' ORDER BY 1",
            cancellation
        );

    private static string Names(IEnumerable<string> columns) =>
        string.Join(", ", columns.Select(c => $"\"{c}\""));

    private static async Task<NpgsqlConnection> OpenAsync(
        string connectionString,
        CancellationToken cancellation
    )
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    /// <summary>The text is made of names that the database itself or a checked header gave, never of anything typed.</summary>
    private static async Task ExecuteAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken cancellation
    )
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // see above
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<List<string>> ListAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken cancellation
    )
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // as above
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<string> rows = [];
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(reader.GetString(0));
        }
        return rows;
    }
}
