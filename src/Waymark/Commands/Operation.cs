using System.CommandLine;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Waymark.Data;
using Waymark.Data.Sealing;
using Waymark.Features.Accounts;
using Waymark.Hosting;
using Waymark.Hosting.Settings;

namespace Waymark.Commands;

/// <summary>
/// What an operator does to the records of an installation from the command line, with the installation's own configuration
/// and without serving a page. Exit code 0: done. 2: not done, and why.
/// </summary>
internal static class Operation
{
    public const int Done = 0;
    public const int NotDone = 2;

    /// <summary>The option that names an agency.</summary>
    public static Option<string> Agency() =>
        new("--agency") { Description = "The agency's name or id.", Required = true };

    /// <summary>Does something that concerns the whole installation.</summary>
    public static Task<int> RunAsync<TService>(
        ParseResult parsed,
        Func<TService, Task<string>> act,
        CancellationToken cancellation,
        bool needsDatabase = true
    )
        where TService : notnull =>
        OpenAsync(
            parsed,
            async services => await act(services.GetRequiredService<TService>()),
            cancellation,
            needsDatabase
        );

    /// <summary>Does something for which there need be no database yet.</summary>
    public static Task<int> RunWithoutDatabaseAsync<TService>(
        ParseResult parsed,
        Func<TService, string> act,
        CancellationToken cancellation
    )
        where TService : notnull =>
        OpenAsync(
            parsed,
            services => Task.FromResult(act(services.GetRequiredService<TService>())),
            cancellation,
            needsDatabase: false
        );

    /// <summary>Does something behind the wall of one agency.</summary>
    public static Task<int> RunForAsync<TService>(
        ParseResult parsed,
        string agencyName,
        Func<Agency, TService, Task<string>> act,
        CancellationToken cancellation
    )
        where TService : notnull =>
        OpenAsync(
            parsed,
            async services =>
            {
                var agencies = await services
                    .GetRequiredService<WaymarkDb>()
                    .Agencies.OrderBy(a => a.Name)
                    .ToListAsync(cancellation);
                var agency =
                    agencies.SingleOrDefault(a =>
                        a.Name == agencyName || a.Id.ToString() == agencyName
                    )
                    ?? throw new OperationRefusedException(
                        $"There is no agency '{agencyName}'. There are: {string.Join(", ", agencies.Select(a => $"'{a.Name}'"))}."
                    );
                services.GetRequiredService<AgencyScope>().Enter(agency.Id);
                return await act(agency, services.GetRequiredService<TService>());
            },
            cancellation
        );

    private static async Task<int> OpenAsync(
        ParseResult parsed,
        Func<IServiceProvider, Task<string>> act,
        CancellationToken cancellation,
        bool needsDatabase = true
    )
    {
        var (output, errors) = (
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error
        );
        try
        {
            var builder = WebApplication.CreateBuilder([.. parsed.UnmatchedTokens]);
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            builder.Configuration.AddSettingsFile();
            builder.AddWaymark();
            await using var app = builder.Build();
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            await using var scope = app.Services.CreateAsyncScope();
            if (needsDatabase)
            {
                await scope
                    .ServiceProvider.GetRequiredService<WaymarkDb>()
                    .RequireExistingAsync(cancellation);
            }
            output.WriteLine(await act(scope.ServiceProvider));
            return Done;
        }
        catch (RestoredWithFaultsException faults)
        {
            errors.WriteLine(faults.Message);
            return NotDone;
        }
        catch (Exception problem)
            when (problem
                    is OperationRefusedException
                        or OptionsValidationException
                        or SealedFieldException
                        or InvalidOperationException
                        or IOException
                        or UnauthorizedAccessException
                        or DbException
                        or DbUpdateException
            )
        {
            errors.WriteLine($"{problem.Message} Nothing was done.");
            return NotDone;
        }
    }
}

/// <summary>What was asked for cannot be done; the message says why.</summary>
internal sealed class OperationRefusedException(string message) : Exception(message);
