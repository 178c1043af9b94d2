namespace BaseComponents.Sandbox.Mail.Smtp;

/// <summary>What one client may ask of the server (RFC 5321 section 4.5.3, and less where a sandbox needs less).</summary>
internal static class SmtpLimits
{
    public const int Connections = 50;
    public const int CommandLine = 1024;
    public const int AuthenticationLine = 12288;
    public const int TextLine = 1000;
    public const int Recipients = 100;
    public const int MessageSize = 25_000_000;
    public const int Errors = 10;
    public const int Commands = 1000;
    public static readonly TimeSpan Idle = TimeSpan.FromSeconds(60);
    public static readonly TimeSpan Session = TimeSpan.FromMinutes(10);
}
