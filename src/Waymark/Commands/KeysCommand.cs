using System.CommandLine;
using System.Globalization;
using Waymark.Data.Sealing;
using Waymark.Security.Encryption;
using Waymark.Security.Encryption.Tokens;

namespace Waymark.Commands;

/// <summary><c>waymark keys</c>: makes, changes and destroys the keys that encrypt records.</summary>
internal static class KeysCommand
{
    public static Command Create() =>
        new("keys", "Make, change or destroy the keys that encrypt records.")
        {
            New(),
            Rewrap(),
            Rotate(),
            Erase(),
        };

    private static Command New()
    {
        var name = new Argument<string>("NAME")
        {
            Description = "The key's name: a-z, 0-9 and hyphen.",
        };
        var onToken = new Option<bool>("--on-token")
        {
            Description =
                "Make the key inside the hardware module that Waymark:Pkcs11 names; it never leaves it.",
        };
        var create = new Command(
            "new",
            "Print a new key, to be added as the last line of the encryption keys. Then restart, and run: waymark keys rewrap."
        )
        {
            name,
            onToken,
        };
        create.SetAction(
            async (parsed, cancellation) =>
            {
                var id = parsed.GetRequiredValue(name);
                if (!WrappingKey.IsId(id))
                {
                    parsed.InvocationConfiguration.Error.WriteLine(
                        $"'{id}' cannot be a key's name. Use 1 to {WrappingKey.IdLength} of the characters a-z, 0-9 and hyphen."
                    );
                    return Operation.NotDone;
                }
                if (parsed.GetValue(onToken))
                {
                    return await Operation.RunWithoutDatabaseAsync<Pkcs11Token>(
                        parsed,
                        token => MadeOn(token, id),
                        cancellation
                    );
                }
                parsed.InvocationConfiguration.Output.WriteLine(WrappingKey.Create(id).ToLine());
                return Operation.Done;
            }
        );
        return create;
    }

    private static string MadeOn(Pkcs11Token token, string id) =>
        !token.IsThere
            ? throw new OperationRefusedException(
                $"There is no hardware module: set {Pkcs11Options.Section}:{nameof(Pkcs11Options.Library)}."
            )
        : token.Create(id) ? $"{id} {WrappingKeys.OnToken}"
        : throw new OperationRefusedException(
            $"The hardware module has a key '{id}'. Give another name."
        );

    private static Command Rewrap()
    {
        var rewrap = new Command(
            "rewrap",
            "Wrap the keys of all agencies with the newest encryption key. After it, older lines may be removed."
        );
        rewrap.SetAction(
            (parsed, cancellation) =>
                Operation.RunAsync<KeyRotation>(
                    parsed,
                    async keys =>
                        Text($"Wrapped {await keys.RewrapAsync(cancellation)} keys anew."),
                    cancellation
                )
        );
        return rewrap;
    }

    private static Command Rotate()
    {
        var agency = Operation.Agency();
        var rotate = new Command(
            "rotate",
            "Encrypt an agency's records with a new key while its people go on working."
        )
        {
            agency,
        };
        rotate.SetAction(
            (parsed, cancellation) =>
                Operation.RunForAsync<KeyRotation>(
                    parsed,
                    parsed.GetRequiredValue(agency),
                    async (of, keys) =>
                        Text(
                            $"Encrypted {await keys.RotateAsync(cancellation):N0} fields of {of.Name} anew."
                        ),
                    cancellation
                )
        );
        return rotate;
    }

    private static Command Erase()
    {
        var agency = Operation.Agency();
        var confirm = new Option<string>("--confirm")
        {
            Description = "The agency's name once more. What was written can never be read again.",
            Required = true,
        };
        var erase = new Command(
            "erase",
            "Destroy an agency's keys, and with them everything written there, for good."
        )
        {
            agency,
            confirm,
        };
        erase.SetAction(
            (parsed, cancellation) =>
                Operation.RunForAsync<KeyRotation>(
                    parsed,
                    parsed.GetRequiredValue(agency),
                    async (of, keys) =>
                    {
                        if (parsed.GetRequiredValue(confirm) != of.Name)
                        {
                            throw new OperationRefusedException(
                                $"To destroy the records of {of.Name}, give --confirm \"{of.Name}\"."
                            );
                        }
                        await keys.EraseAsync(cancellation);
                        return $"Destroyed the keys of {of.Name}. Its log stays, and still verifies. Destroy back-ups that are older than this as well: they hold the keys.";
                    },
                    cancellation
                )
        );
        return erase;
    }

    private static string Text(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
