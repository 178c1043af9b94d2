using BaseComponents.SecureMail.Wire.OpenPgp.Keys;
using BaseComponents.Shared;

namespace BaseComponents.Tests.Fuzz.SecureMail;

/// <summary>Reads keys as the settings and the directories give them. A key that may be used is one that its holder made.</summary>
internal static class OpenPgpKeyFile
{
    private static readonly HashSet<string> _made = [OpenPgpParties.Mailbox.Fingerprint, OpenPgpParties.Attacker.Fingerprint];

    public static void Load(string text) => Try(() => Use(KeyText.ReadPublic(text)));

    public static void LoadDirectory(byte[] octets) => Try(() =>
    {
        foreach (var key in KeyText.ReadDirectory(octets))
            Use(key);
    });

    private static void Use(OpenPgpKey key)
    {
        foreach (var use in new[] { KeyUse.Encrypt, KeyUse.Sign })
        {
            if (key.Find(use, MailParties.Address, MailParties.Now).Fault is KeyFault.None && !_made.Contains(key.Fingerprint))
                throw new WrongReadingException("A key may be used that nobody made.");
        }

        key.Ciphers(MailParties.Address, MailParties.Now);
        key.Hashes(MailParties.Address, MailParties.Now);
    }

    private static void Try(Action read)
    {
        try
        {
            read();
        }
        catch (CertificateSourceException)
        {
            // A refusal.
        }
    }
}
