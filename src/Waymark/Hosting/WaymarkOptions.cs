using System.ComponentModel.DataAnnotations;
using Waymark.Features.Accounts.External;
using Waymark.Security;

namespace Waymark.Hosting;

/// <summary>Waymark's own settings, under <c>Waymark:</c> in the configuration.</summary>
public sealed class WaymarkOptions
{
    public const string Section = "Waymark";

    /// <summary>
    /// The connection string (Npgsql's) of a PostgreSQL database. Where it is not set, the SQLite file counts. The role must own the
    /// database and must not be a superuser: row-level security does not bind one.
    /// </summary>
    public string? Postgres { get; set; }

    /// <summary>
    /// The connection string of a read replica of that database, for insight. Where it is not set, the database itself is read.
    /// </summary>
    public string? ReadDatabase { get; set; }

    /// <summary>The SQLite file, relative to the folder the program was started in.</summary>
    [Required]
    public string DatabaseFile { get; set; } = "data/waymark.db";

    /// <summary>The folder with instruments, routes and guidance; by default the one beside the program.</summary>
    public string? ContentFolder { get; set; }

    /// <summary>Fictional agencies, people and children, and one-click sign-in. Never for real records.</summary>
    public bool Demo { get; set; }

    /// <summary>Whether a demo has made-up surveys with results too.</summary>
    public bool DemoSurveys { get; set; } = true;

    /// <summary>Minutes without a request after which a person must sign in again.</summary>
    [Range(1, 24 * 60)]
    public int SignInMinutes { get; set; } = 60;

    /// <summary>Hours after which a person must sign in again, however busy they are; a shift fits in.</summary>
    [Range(1, 24 * 7)]
    public int LongestSignInHours { get; set; } = 12;

    /// <summary>
    /// The address at which people reach this installation, such as "https://waymark.example.gov.uk": it stands in links that are handed over
    /// or sent, and passkeys belong to its name. Where it is not set, each request's own address counts, and no letter leaves.
    /// </summary>
    [Url]
    public string? PublicAddress { get; set; }

    /// <summary>
    /// The addresses, or networks, of the proxies before Waymark: "10.0.0.7", "10.0.0.0/24". Whom they name in X-Forwarded-For counts as where a
    /// request comes from. Where none is named, the header is not read.
    /// </summary>
    public List<string> Proxies { get; set; } = [];

    /// <summary>Signing in.</summary>
    public SignInSettings SignIn { get; set; } = new();

    /// <summary>How much one address may ask for.</summary>
    public LimitOptions Limits { get; set; } = new();

    /// <summary>A link to a page of this installation, or null where <see cref="PublicAddress"/> is not set.</summary>
    /// <param name="path">The path within Waymark, beginning with a slash.</param>
    public string? Link(string path) =>
        string.IsNullOrWhiteSpace(PublicAddress) ? null : PublicAddress.TrimEnd('/') + path;

    /// <summary>The same link, by the address that a request came to where <see cref="PublicAddress"/> is not set: to be shown, never to be sent.</summary>
    public string Link(string path, HttpRequest asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return Link(path) ?? $"{asked.Scheme}://{asked.Host}{path}";
    }

    /// <summary>The content folder's full path.</summary>
    public string ContentPath => ContentFolder ?? Path.Combine(AppContext.BaseDirectory, "content");

    /// <summary>
    /// The keys that encrypt records, one a line (see <see cref="Security.Encryption.WrappingKeys"/>); from an environment variable or a
    /// secret store. Where it is not set, the file counts.
    /// </summary>
    public string? EncryptionKeys { get; set; }

    /// <summary>The file with those keys; by default <c>encryption.keys</c> among the keys beside the database.</summary>
    public string? EncryptionKeysFile { get; set; }

    /// <summary>The private key in PEM that signs the log's checkpoints. Where it is not set, the file counts.</summary>
    public string? LogSigningKey { get; set; }

    /// <summary>The file with that key; by default <c>log-signing.pem</c> among the keys beside the database.</summary>
    public string? LogSigningKeyFile { get; set; }

    /// <summary>Hours for which a record that was opened in an emergency stays open to whoever opened it.</summary>
    [Range(1, 72)]
    public int EmergencyOpeningHours { get; set; } = 8;

    /// <summary>Minutes between two signed checkpoints of the log.</summary>
    [Range(1, 24 * 60)]
    public int CheckpointMinutes { get; set; } = 60;

    /// <summary>
    /// The folder with one key file for each survey under way; by default <c>surveys</c> among the keys beside the database. It is never backed up,
    /// and several nodes share one.
    /// </summary>
    public string? SurveyKeysFolder { get; set; }

    /// <summary>Minutes between two rounds that invite people to surveys, remind them, and close what is over.</summary>
    [Range(1, 24 * 60)]
    public int SurveyRoundMinutes { get; set; } = 15;

    /// <summary>
    /// Where metrics and traces go, by OTLP over gRPC, such as "http://collector:4317". Where it is not set, nothing is collected or sent.
    /// </summary>
    [Url]
    public string? TelemetryEndpoint { get; set; }

    /// <summary>The folder of the columnar copy of closed surveys; by default <c>columns</c> beside the database. Deleting it loses nothing.</summary>
    public string? ColumnsFolder { get; set; }

    /// <summary>The full path of that folder.</summary>
    public string ColumnsPath =>
        ColumnsFolder
        ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(DatabaseFile))!, "columns");

    /// <summary>The file with the encryption keys.</summary>
    public string EncryptionKeysPath =>
        EncryptionKeysFile ?? Path.Combine(KeysPath, "encryption.keys");

    /// <summary>The file with the signing key.</summary>
    public string LogSigningKeyPath =>
        LogSigningKeyFile ?? Path.Combine(KeysPath, "log-signing.pem");

    /// <summary>The folder with the keys of surveys.</summary>
    public string SurveyKeysPath => SurveyKeysFolder ?? Path.Combine(KeysPath, "surveys");

    /// <summary>The folder of the key files, beside the database file.</summary>
    public string KeysPath =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(DatabaseFile))!, "keys");
}
