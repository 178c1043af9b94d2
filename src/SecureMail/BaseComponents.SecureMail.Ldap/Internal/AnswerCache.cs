namespace BaseComponents.SecureMail.Ldap.Internal;

/// <summary>Answers of a directory by address, as long as the settings stay the same.</summary>
internal sealed class AnswerCache(TimeProvider clock)
{
    private readonly Lock _guard = new();
    private readonly Dictionary<string, (IReadOnlyList<RecipientCertificate> Found, DateTimeOffset Since, DateTimeOffset Until)> _kept = new(StringComparer.OrdinalIgnoreCase);
    private LdapDirectoryOptions? _settings;

    public IReadOnlyList<RecipientCertificate>? Find(string address, LdapDirectoryOptions settings)
    {
        lock (_guard)
            return ReferenceEquals(_settings, settings) && _kept.TryGetValue(address, out var answer) && clock.GetUtcNow() < answer.Until ? answer.Found : null;
    }

    public void Keep(string address, IReadOnlyList<RecipientCertificate> found, LdapDirectoryOptions settings)
    {
        var now = clock.GetUtcNow();
        lock (_guard)
        {
            if (!ReferenceEquals(_settings, settings))
                _kept.Clear();
            _settings = settings;
            if (settings.MaxKept == 0)
                return;
            MakeRoom(settings.MaxKept);
            _kept[address] = (found, now, now + (found.Count > 0 ? settings.KeepFor : settings.KeepUnknownFor));
        }
    }

    private void MakeRoom(int limit)
    {
        if (_kept.Count < limit)
            return;
        foreach (var oldest in _kept.OrderBy(answer => answer.Value.Since).Take(Math.Max(1, limit / 10)).Select(answer => answer.Key).ToList())
            _kept.Remove(oldest);
    }
}
