using System.Globalization;
using System.Security.Cryptography;
using Waymark.Log;
using Waymark.Security.Encryption;
using Waymark.Security.Encryption.Tokens;

namespace Waymark.Hosting;

/// <summary>
/// Reads the installation's secret keys from the configuration or from files, and makes a file of its own for a new
/// installation. A wrong setting names itself and stops the start.
/// </summary>
public static class KeyFiles
{
    /// <summary>The keys that wrap the agencies' keys.</summary>
    /// <exception cref="TokenUnavailableException">A key is in a hardware module that does not answer.</exception>
    /// <exception cref="InvalidOperationException">The setting or file holds no such keys; the message says what to do.</exception>
    public static WrappingKeys EncryptionKeys(
        WaymarkOptions options,
        Pkcs11Token token,
        TimeProvider clock,
        ILogger log
    )
    {
        var (text, from) = Read(
            (nameof(options.EncryptionKeys), options.EncryptionKeys),
            options.EncryptionKeysPath,
            () => $"# {Warning}\n{NewWrappingKey(clock).ToLine()}\n",
            log
        );
        return WrappingKeys.Parse(text, token, out var problem)
            ?? throw new InvalidOperationException($"{from}: {problem}");
    }

    /// <summary>The key that signs the log's checkpoints.</summary>
    /// <exception cref="InvalidOperationException">The setting or file holds no such key; the message says what to do.</exception>
    public static SigningKey LogSigningKey(WaymarkOptions options, ILogger log)
    {
        var (text, from) = Read(
            (nameof(options.LogSigningKey), options.LogSigningKey),
            options.LogSigningKeyPath,
            () =>
            {
                using var made = SigningKey.Create();
                return made.ToPem() + "\n";
            },
            log
        );
        return SigningKey.FromPem(text)
            ?? throw new InvalidOperationException(
                $"{from}: this is not a private key in PEM on the curve P-256. Make one with: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256"
            );
    }

    private const string Warning =
        "Keep a copy of this file apart from the database's back-ups. Without it nobody can read the records.";

    private static WrappingKey NewWrappingKey(TimeProvider clock) =>
        WrappingKey.Create(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{clock.GetUtcNow():yyyy-MM-dd}-{RandomNumberGenerator.GetHexString(6, lowercase: true)}"
            )
        );

    private static (string Text, string From) Read(
        (string Name, string? Value) setting,
        string path,
        Func<string> make,
        ILogger log
    )
    {
        if (!string.IsNullOrWhiteSpace(setting.Value))
        {
            return (setting.Value, $"{WaymarkOptions.Section}:{setting.Name}");
        }
        if (!File.Exists(path) && TryCreate(path, make()))
        {
            log.LogWarning(
                "Made the key file {Path}. Keep a copy of it apart from the database's back-ups.",
                path
            );
        }
        return (File.ReadAllText(path), path);
    }

    /// <summary>Writes a file that only its owner can read; false when another node was faster.</summary>
    private static bool TryCreate(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        try
        {
            using var file = new StreamWriter(path, System.Text.Encoding.ASCII, options);
            file.Write(text);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
    }
}
