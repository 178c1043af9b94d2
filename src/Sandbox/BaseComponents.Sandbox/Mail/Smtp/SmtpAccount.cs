using System.Security.Cryptography;
using System.Text;
using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Mail.Smtp;

/// <summary>The one account of the mail server; its password is made at the first start and handed out in the settings.</summary>
internal sealed record SmtpAccount(string User, string Password)
{
    public static SmtpAccount LoadOrCreate(SandboxState state)
    {
        if (state.Read<SmtpAccount>("mail-keys/account") is { } kept)
            return kept;
        var fresh = new SmtpAccount("sandbox", RandomNumberGenerator.GetHexString(32, lowercase: true));
        state.Write("mail-keys/account", fresh);
        return fresh;
    }

    public bool Matches(string user, string password) => Same(user, User) & Same(password, Password);

    private static bool Same(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));
}
