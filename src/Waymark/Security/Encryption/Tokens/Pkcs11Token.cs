using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;
using Net.Pkcs11Interop.HighLevelAPI.MechanismParams;
using ISession = Net.Pkcs11Interop.HighLevelAPI.ISession;

namespace Waymark.Security.Encryption.Tokens;

/// <summary>
/// A hardware module spoken to by PKCS #11 (OASIS, version 2.40; mechanisms CKM_AES_GCM and CKM_AES_KEY_GEN). Each act opens a
/// session of its own, so that a module that was away for a while is found again. Acts are rare: a few when an agency's keys are read,
/// which are then kept for minutes.
/// </summary>
/// <param name="options">Where it is.</param>
public sealed class Pkcs11Token(Pkcs11Options options) : IDisposable
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private static readonly Pkcs11InteropFactories s_factories = Factories();
    private readonly Lock _oneAtATime = new();
    private IPkcs11Library? _library;

    /// <summary>Whether the configuration names a hardware module.</summary>
    public bool IsThere => options.Library is not null;

    /// <summary>What is wrong with a key of the module, as the end of a sentence; null when it is there, once.</summary>
    /// <exception cref="TokenUnavailableException">The module does not answer.</exception>
    public string? Fault(string id) =>
        With(session => Find(session, id).Count) switch
        {
            0 => $"names a key '{id}' that the hardware module does not hold",
            1 => null,
            var many => string.Create(
                CultureInfo.InvariantCulture,
                $"names a key '{id}' that the hardware module holds {many} times"
            ),
        };

    /// <summary>Makes an AES key of 256 bits inside the module, which it will not give out.</summary>
    /// <returns>False where the module has a key of that name.</returns>
    /// <exception cref="TokenUnavailableException">The module does not answer.</exception>
    public bool Create(string id) =>
        With(session =>
        {
            if (Find(session, id).Count > 0)
            {
                return false;
            }
            var make = session.Factories.ObjectAttributeFactory;
            session.GenerateKey(
                session.Factories.MechanismFactory.Create(CKM.CKM_AES_KEY_GEN),
                [
                    make.Create(CKA.CKA_CLASS, CKO.CKO_SECRET_KEY),
                    make.Create(CKA.CKA_KEY_TYPE, CKK.CKK_AES),
                    make.Create(CKA.CKA_VALUE_LEN, (ulong)FieldCipher.KeyLength),
                    make.Create(CKA.CKA_LABEL, id),
                    make.Create(CKA.CKA_TOKEN, true),
                    make.Create(CKA.CKA_PRIVATE, true),
                    make.Create(CKA.CKA_SENSITIVE, true),
                    make.Create(CKA.CKA_EXTRACTABLE, false),
                    make.Create(CKA.CKA_ENCRYPT, true),
                    make.Create(CKA.CKA_DECRYPT, true),
                ]
            );
            return true;
        });

    /// <summary>Encrypts inside the module: nonce, ciphertext, tag.</summary>
    /// <exception cref="TokenUnavailableException">The module does not answer, or the key is gone.</exception>
    public byte[] Encrypt(string id, byte[] boundTo, byte[] secret) =>
        With(session =>
        {
            var nonce = RandomNumberGenerator.GetBytes(NonceLength);
            using var gcm = Gcm(session, nonce, boundTo);
            byte[] sealedBytes = session.Encrypt(
                session.Factories.MechanismFactory.Create(CKM.CKM_AES_GCM, gcm),
                One(session, id),
                secret
            );
            return (byte[])[.. nonce, .. sealedBytes];
        });

    /// <summary>Decrypts inside the module; null where the bytes were altered, or bound to something else.</summary>
    /// <exception cref="TokenUnavailableException">The module does not answer, or the key is gone.</exception>
    public byte[]? Decrypt(string id, byte[] boundTo, byte[] wrapped)
    {
        if (wrapped.Length < NonceLength + TagLength)
        {
            return null;
        }
        return With(session =>
        {
            using var gcm = Gcm(session, wrapped[..NonceLength], boundTo);
            var key = One(session, id);
            try
            {
                return session.Decrypt(
                    session.Factories.MechanismFactory.Create(CKM.CKM_AES_GCM, gcm),
                    key,
                    wrapped[NonceLength..]
                );
            }
            // What makers' libraries answer where the tag does not fit.
            catch (Pkcs11Exception wrong)
                when (wrong.RV
                        is CKR.CKR_ENCRYPTED_DATA_INVALID
                            or CKR.CKR_ENCRYPTED_DATA_LEN_RANGE
                            or CKR.CKR_GENERAL_ERROR
                            or CKR.CKR_FUNCTION_FAILED
                )
            {
                return null;
            }
        });
    }

    /// <inheritdoc/>
    public void Dispose() => _library?.Dispose();

    private static Pkcs11InteropFactories Factories()
    {
        // Pkcs11Interop asks for "libdl", a name that exists on Linux only where a compiler is installed.
        if (OperatingSystem.IsLinux())
        {
            NativeLibrary.SetDllImportResolver(
                typeof(Pkcs11InteropFactories).Assembly,
                (name, _, _) => name == "libdl" ? NativeLibrary.Load("libdl.so.2") : IntPtr.Zero
            );
        }
        return new();
    }

    private static ICkGcmParams Gcm(ISession session, byte[] nonce, byte[] boundTo) =>
        session.Factories.MechanismParamsFactory.CreateCkGcmParams(
            nonce,
            NonceLength * 8,
            boundTo,
            TagLength * 8
        );

    private static List<IObjectHandle> Find(ISession session, string id)
    {
        var make = session.Factories.ObjectAttributeFactory;
        return session.FindAllObjects([
            make.Create(CKA.CKA_CLASS, CKO.CKO_SECRET_KEY),
            make.Create(CKA.CKA_KEY_TYPE, CKK.CKK_AES),
            make.Create(CKA.CKA_LABEL, id),
        ]);
    }

    private static IObjectHandle One(ISession session, string id) =>
        Find(session, id) is [var key]
            ? key
            : throw new TokenUnavailableException(
                $"The hardware module does not hold exactly one key '{id}'."
            );

    private T With<T>(Func<ISession, T> act)
    {
        lock (_oneAtATime)
        {
            try
            {
                _library ??= s_factories.Pkcs11LibraryFactory.LoadPkcs11Library(
                    s_factories,
                    options.Library,
                    AppType.MultiThreaded
                );
                using var session = Slot(_library).OpenSession(SessionType.ReadWrite);
                try
                {
                    session.Login(CKU.CKU_USER, Pin());
                }
                catch (Pkcs11Exception already) when (already.RV == CKR.CKR_USER_ALREADY_LOGGED_IN)
                { }
                return act(session);
            }
            catch (Exception fault) when (fault is Pkcs11Exception or UnmanagedException)
            {
                throw new TokenUnavailableException(
                    $"{Pkcs11Options.Section}: the hardware module answered: {fault.Message}. Look at its library, token label and PIN.",
                    fault
                );
            }
        }
    }

    private ISlot Slot(IPkcs11Library library) =>
        library
            .GetSlotList(SlotsType.WithTokenPresent)
            .FirstOrDefault(slot => slot.GetTokenInfo().Label.Trim() == options.Token)
        ?? throw new TokenUnavailableException(
            $"{Pkcs11Options.Section}:{nameof(options.Token)}: the hardware module has no token with the label '{options.Token}'."
        );

    private string Pin() =>
        options.Pin
        ?? (
            options.PinFile is { } file
                ? File.ReadAllText(file).Trim()
                : throw new TokenUnavailableException(
                    $"{Pkcs11Options.Section}:{nameof(options.Pin)}: set it, or {nameof(options.PinFile)}."
                )
        );
}
