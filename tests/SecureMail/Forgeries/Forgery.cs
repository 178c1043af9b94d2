namespace BaseComponents.Tests.SecureMail.Forgeries;

/// <summary>A mail that wants to look like one of the office's.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Verdict">What must be said of it; the exception where it is no mail at all.</param>
/// <param name="Make">Makes the mail.</param>
/// <param name="Mathematics">Whether the signature over its root is in order as such, so that openssl says yes to it: the forgery is elsewhere.</param>
public sealed record Forgery(string Name, Type Verdict, Func<ForgeryLab, byte[]> Make, bool Mathematics = false)
{
    public override string ToString() => Name;
}
