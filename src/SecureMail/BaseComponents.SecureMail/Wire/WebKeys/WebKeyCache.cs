namespace BaseComponents.SecureMail.Wire.WebKeys;

/// <summary>Answers of directories by address. What could not be said is asked again; what is kept is checked at each use all the same.</summary>
internal sealed class WebKeyCache(WebKeyDirectoryOptions options, TimeProvider clock)
{
    private readonly Lock _guard = new();
    // With the local part as it is written: whether capitals count in it is the domain's business.
    private readonly Dictionary<string, (WebKeyAnswer Answer, DateTimeOffset Since, DateTimeOffset Until)> _kept = new(StringComparer.Ordinal);

    public WebKeyAnswer? Find(string address)
    {
        lock (_guard)
            return _kept.TryGetValue(address, out var kept) && clock.GetUtcNow() < kept.Until ? kept.Answer : null;
    }

    public void Keep(string address, WebKeyAnswer answer)
    {
        if (answer is WebKeyAnswer.Unavailable || options.MaxKept == 0)
            return;
        var now = clock.GetUtcNow();
        lock (_guard)
        {
            MakeRoom();
            _kept[address] = (answer, now, now + (answer is WebKeyAnswer.Found ? options.KeepFor : options.KeepUnknownFor));
        }
    }

    private void MakeRoom()
    {
        if (_kept.Count < options.MaxKept)
            return;
        foreach (var oldest in _kept.OrderBy(kept => kept.Value.Since).Take(Math.Max(1, options.MaxKept / 10)).Select(kept => kept.Key).ToList())
            _kept.Remove(oldest);
    }
}
