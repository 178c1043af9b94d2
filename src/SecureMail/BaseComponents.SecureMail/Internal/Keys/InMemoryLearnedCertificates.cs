namespace BaseComponents.SecureMail.Internal.Keys;

/// <summary>Learned certificates as long as the process lives; whoever was seen longest ago makes room.</summary>
internal sealed class InMemoryLearnedCertificates : ILearnedCertificateStore
{
    internal const int MaxKept = 1000;
    private readonly Lock _guard = new();
    private readonly Dictionary<string, LearnedCertificate> _kept = new(StringComparer.OrdinalIgnoreCase);

    public Task<LearnedCertificate?> FindAsync(string address, CancellationToken cancellationToken = default)
    {
        lock (_guard)
            return Task.FromResult(_kept.GetValueOrDefault(address));
    }

    public Task KeepAsync(LearnedCertificate certificate, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        lock (_guard)
        {
            if (_kept.Count >= MaxKept && !_kept.ContainsKey(certificate.Address))
                _kept.Remove(_kept.MinBy(kept => kept.Value.SeenAt).Key);
            _kept[certificate.Address] = certificate;
        }

        return Task.CompletedTask;
    }
}
