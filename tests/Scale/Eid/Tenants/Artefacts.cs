namespace BaseComponents.Tests.Scale.Eid.Tenants;

/// <summary>Everything that a town gives out or leaves behind, each tried at a town. Tried where it comes from, each has to be good.</summary>
internal sealed class Artefacts(Func<Tenant, HttpClient> clients, WatchedStore store)
{
    /// <summary>By name: whether what comes from the first town is good at the second one.</summary>
    public IReadOnlyDictionary<string, Func<Tenant, Tenant, Task<bool>>> All => new Dictionary<string, Func<Tenant, Tenant, Task<bool>>>(StringComparer.Ordinal)
    {
        ["response"] = ResponseAsync,
        ["response to the other's request"] = ResponseToOthersRequestAsync,
        ["relay state with its cookie"] = RelayStateAsync,
        ["request cookie"] = RequestCookieAsync,
        ["session cookie"] = SessionAsync,
        ["already-sent cookie"] = AlreadySentAsync,
        ["pending entry of the store"] = PendingEntryAsync,
        ["used entry of the store"] = UsedEntryAsync,
    };

    private async Task<bool> ResponseAsync(Tenant of, Tenant at)
    {
        var (theirs, own) = await BothAsync(of, at);
        return await PostAsync(at, of.Answer(theirs.RequestId, Visit.NewAssertion()), own.RelayState, own.CookieName(at), own.Cookie) is not null;
    }

    private async Task<bool> ResponseToOthersRequestAsync(Tenant of, Tenant at)
    {
        var own = await BeginAsync(at);
        return await PostAsync(at, of.Answer(own.RequestId, Visit.NewAssertion()), own.RelayState, own.CookieName(at), own.Cookie) is not null;
    }

    private async Task<bool> RelayStateAsync(Tenant of, Tenant at)
    {
        var theirs = await BeginAsync(of);
        return await PostAsync(at, at.Answer(theirs.RequestId, Visit.NewAssertion()), theirs.RelayState, theirs.CookieName(at), theirs.Cookie) is not null;
    }

    private async Task<bool> RequestCookieAsync(Tenant of, Tenant at)
    {
        var (theirs, own) = await BothAsync(of, at);
        return await PostAsync(at, at.Answer(own.RequestId, Visit.NewAssertion()), own.RelayState, own.CookieName(at), theirs.Cookie) is not null;
    }

    private async Task<bool> SessionAsync(Tenant of, Tenant at)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{at.Host}/me/{at.Scheme}");
        request.Headers.Add("Cookie", $"{TenantHost.SessionCookie(at)}={await LogInAsync(of, Visit.NewAssertion())}");
        using var client = clients(at);
        using var response = await client.SendAsync(request);
        return await response.Content.ReadAsStringAsync() is "somebody";
    }

    private async Task<bool> AlreadySentAsync(Tenant of, Tenant at) => !(await BeginAsync(at, (await BeginAsync(of)).Sent)).GoesByItself;

    private async Task<bool> PendingEntryAsync(Tenant of, Tenant at)
    {
        var (theirs, own) = await BothAsync(of, at);
        await store.ReplaceAsync(own.Entry.Key, theirs.Entry.Value);
        return await PostAsync(at, at.Answer(theirs.RequestId, Visit.NewAssertion()), own.RelayState, own.CookieName(at), own.Cookie) is not null;
    }

    // Here it is the other way round: what one town remembers as used must not lock out anybody at another.
    private async Task<bool> UsedEntryAsync(Tenant of, Tenant at)
    {
        var assertion = Visit.NewAssertion();
        if (await LogInAsync(of, assertion) is null)
            throw new InvalidOperationException("A genuine log-in failed.");
        return await LogInAsync(at, assertion) is null;
    }

    private async Task<string?> LogInAsync(Tenant tenant, string assertion)
    {
        var visit = await BeginAsync(tenant);
        return await PostAsync(tenant, tenant.Answer(visit.RequestId, assertion), visit.RelayState, visit.CookieName(tenant), visit.Cookie);
    }

    private async Task<(Visit Theirs, Visit Own)> BothAsync(Tenant of, Tenant at)
    {
        var theirs = await BeginAsync(of);
        return (theirs, of == at ? theirs : await BeginAsync(at));
    }

    private async Task<Visit> BeginAsync(Tenant tenant, string? sent = null)
    {
        using var client = clients(tenant);
        return await Visit.BeginAsync(client, tenant, store, sent);
    }

    private async Task<string?> PostAsync(Tenant tenant, string answer, string relayState, string cookieName, string cookie)
    {
        using var client = clients(tenant);
        return await Visit.PostAsync(client, tenant, answer, relayState, cookieName, cookie);
    }
}
