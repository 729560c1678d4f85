using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Waymark.Security.Encryption.Tokens;

namespace Waymark.Tests.Security.Encryption.Tokens;

/// <summary>A hardware module in software (SoftHSM 2) in a folder of its own, with a token and no key.</summary>
public sealed class SoftToken : IDisposable
{
    private const string Label = "waymark-tests";
    private const string UserPin = "1234";
    private readonly string _folder = Directory.CreateTempSubdirectory("waymark-token").FullName;

    public SoftToken()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "tokens"));
        File.WriteAllText(
            ConfigurationFile,
            $"directories.tokendir = {Path.Combine(_folder, "tokens")}\nobjectstore.backend = file\nlog.level = ERROR\n"
        );
        // The library reads the process's own environment, which .NET's copy does not reach.
        _ = SetEnvironment(
            "SOFTHSM2_CONF\0"u8.ToArray(),
            Encoding.UTF8.GetBytes(ConfigurationFile + "\0"),
            1
        );
        var start = new ProcessStartInfo(
            "softhsm2-util",
            ["--init-token", "--free", "--label", Label, "--so-pin", "5678", "--pin", UserPin]
        )
        {
            RedirectStandardOutput = true,
            Environment = { ["SOFTHSM2_CONF"] = ConfigurationFile },
        };
        using var util = Process.Start(start)!;
        util.WaitForExit();
        if (util.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"softhsm2-util ended with {util.ExitCode}: run scripts/install-needs.sh."
            );
        }
        Module = new(Options());
    }

    /// <summary>The module.</summary>
    public Pkcs11Token Module { get; }

    private string ConfigurationFile => Path.Combine(_folder, "softhsm2.conf");

    /// <summary>Its settings.</summary>
    public static Pkcs11Options Options(string label = Label, string? pin = UserPin) =>
        new()
        {
            Library = "/usr/lib/softhsm/libsofthsm2.so",
            Token = label,
            Pin = pin,
        };

    /// <summary>Its settings as switches of the command line.</summary>
    public static string[] Switches() =>
        [
            $"--{Pkcs11Options.Section}:Library={Options().Library}",
            $"--{Pkcs11Options.Section}:Token={Label}",
            $"--{Pkcs11Options.Section}:Pin={UserPin}",
        ];

    public void Dispose()
    {
        Module.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [DllImport("libc", EntryPoint = "setenv")]
    private static extern int SetEnvironment(byte[] name, byte[] value, int overwrite);
}
