using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;

namespace BaseComponents.SecureMail.Internal;

/// <summary>
/// Ways to an anchor that were found good, so that the same signatures over the same octets are not checked again for each mail. Only good ones are kept, and none longer than
/// <see cref="LookAgain"/>, after which what the platform knows by itself is asked anew (some keep lists of certificates that nobody trusts any more). Time is compared at each use,
/// and revocation is never kept here.
/// </summary>
internal sealed class RememberedPaths(TimeProvider clock)
{
    internal const int MaxEntries = 1000;

    internal static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Null where there is none, or it is not sure to be good then.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="at">When it must be valid.</param>
    public CertificatePath? Find(PathQuestion question, DateTimeOffset at) =>
        _entries.TryGetValue(question.Name, out var known) && known.IsFresh(clock.GetUtcNow()) && known.IsInside(at) ? known.Path : null;

    /// <summary>From now on it belongs to everybody who asks the same, so that nobody disposes it.</summary>
    public void Keep(PathQuestion question, CertificatePath path)
    {
        MakeRoom();
        _entries[question.Name] = new Entry(path, clock.GetUtcNow());
    }

    private void MakeRoom()
    {
        if (_entries.Count < MaxEntries)
            return;
        foreach (var (name, _) in _entries.OrderBy(static entry => entry.Value.Found).Take(MaxEntries / 10))
            _entries.TryRemove(name, out _);
    }

    private sealed class Entry(CertificatePath path, DateTimeOffset found)
    {
        private readonly DateTimeOffset _from = path.Certificates.Max(Begin);
        private readonly DateTimeOffset _to = path.Certificates.Min(End);

        public CertificatePath Path => path;

        public DateTimeOffset Found => found;

        // A clock that was set back says nothing about how long ago it was.
        public bool IsFresh(DateTimeOffset now) => now >= found && now - found < LookAgain;

        // At the very first and last moment the whole check decides.
        public bool IsInside(DateTimeOffset at) => _from < at && at < _to;

        private static DateTimeOffset Begin(X509Certificate2 certificate) => certificate.NotBefore.ToUniversalTime();

        private static DateTimeOffset End(X509Certificate2 certificate) => certificate.NotAfter.ToUniversalTime();
    }
}
