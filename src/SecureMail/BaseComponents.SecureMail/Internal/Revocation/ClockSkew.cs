namespace BaseComponents.SecureMail.Internal.Revocation;

/// <summary>How far the clock of an issuer may be ahead of ours.</summary>
internal static class ClockSkew
{
    public static readonly TimeSpan Allowed = TimeSpan.FromMinutes(5);
}
