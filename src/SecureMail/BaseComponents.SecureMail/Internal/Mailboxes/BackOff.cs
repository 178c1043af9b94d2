using System.Security.Cryptography;

namespace BaseComponents.SecureMail.Internal.Mailboxes;

/// <summary>Waits longer after each failure in a row, half of it by chance, so that many clients do not come back together.</summary>
internal sealed class BackOff(TimeSpan longest)
{
    private static readonly TimeSpan _first = TimeSpan.FromSeconds(1);
    private int _failures;

    public void Reset() => _failures = 0;

    public TimeSpan Next()
    {
        var whole = Math.Min(_first.TotalMilliseconds * Math.Pow(2, Math.Min(_failures++, 20)), longest.TotalMilliseconds);
        return TimeSpan.FromMilliseconds((whole / 2) + RandomNumberGenerator.GetInt32((int)(whole / 2) + 1));
    }
}
