namespace BaseComponents.Sandbox.Mail.Gateway;

/// <summary>The words and headers that the Sandbox's gateway obeys and sets. They are its own: those of the state's gateway are not published.</summary>
internal static class GatewayWords
{
    public const string Server = "gateway.sandbox.example";
    public const string Address = "127.0.0.2";
    public const string MailboxServer = "mailbox.sandbox.example";

    public const string EncryptHeader = "X-Sandbox-Encrypt";
    public const string EncryptTag = "[sicher]";
    public const string PlainHeader = "X-Sandbox-Plain";
    public const string PlainTag = "[offen]";
    public const string Yes = "yes";

    public const string MarkHeader = "X-Sandbox-Gateway";
    public const string Decrypted = "decrypted";
    public const string SignatureGood = "signature-good";
    public const string SignatureBad = "signature-bad";

    public static IReadOnlyList<string> RefusedFileEndings { get; } = [".docm", ".xlsm"];
}
