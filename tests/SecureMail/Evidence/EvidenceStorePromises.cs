using BaseComponents.SecureMail.Evidence;

namespace BaseComponents.Tests.SecureMail.Evidence;

/// <summary>What every store of time stamps keeps, wherever it lies.</summary>
internal static class EvidenceStorePromises
{
    private static readonly DateTimeOffset _noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public static MailEvidence Order() => new() { Tenant = "", MailId = "a-0", Name = MailEvidence.OfMail, CreatedAt = _noon, DueAt = _noon };

    /// <summary>An order is added once, claimed by one of many, and comes back whole.</summary>
    public static async Task OrdersAsync(IMailEvidenceStore store, CancellationToken cancellationToken)
    {
        (await store.TryAddAsync(Order(), cancellationToken)).Should().BeTrue();
        (await store.TryAddAsync(Order(), cancellationToken)).Should().BeFalse();
        (await store.ClaimDueAsync("", _noon.AddSeconds(-1), _noon, 5, cancellationToken)).Should().BeEmpty();
        (await store.ClaimDueAsync("x", _noon, _noon.AddMinutes(1), 5, cancellationToken)).Should().BeEmpty();
        var claims = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => store.ClaimDueAsync("", _noon, _noon.AddMinutes(1), 5, cancellationToken))));
        var claimed = claims.SelectMany(one => one).Should().ContainSingle().Which;
        var stamped = claimed with
        {
            DueAt = null,
            Attempts = 2,
            Hash = EvidenceHash.Sha512,
            HashValue = "00ff",
            Time = _noon,
            Token = (byte[])[1, 2],
            CertificatesPem = "pem",
            RevocationPem = "lists",
            Problem = EvidenceProblem.Refused,
        };
        (await store.TryUpdateAsync(stamped, cancellationToken)).Should().BeTrue();
        (await store.TryUpdateAsync(stamped, cancellationToken)).Should().BeFalse("the version is old");

        (await store.FindAsync("", "a-0", cancellationToken)).Should().ContainSingle().Which.Should().BeEquivalentTo(stamped with { Version = stamped.Version + 1 });
        (await store.FindAsync("x", "a-0", cancellationToken)).Should().BeEmpty();
    }

    /// <summary>Data is erased, old evidence deleted, and that of others left alone.</summary>
    public static async Task EndsAsync(IMailEvidenceStore store, CancellationToken cancellationToken)
    {
        await store.TryAddAsync(Order() with { Data = (byte[])[7] }, cancellationToken);
        await store.TryAddAsync(Order() with { Tenant = "x", Data = (byte[])[7] }, cancellationToken);

        await store.EraseDataAsync("", "a-0", cancellationToken);
        (await store.FindAsync("", "a-0", cancellationToken)).Single().Data.Should().BeNull();
        (await store.FindAsync("x", "a-0", cancellationToken)).Single().Data.Should().Equal(7);
        (await store.DeleteBeforeAsync("", _noon, cancellationToken)).Should().Be(0);
        (await store.DeleteBeforeAsync("", _noon.AddSeconds(1), cancellationToken)).Should().Be(1);

        (await store.FindAsync("x", "a-0", cancellationToken)).Should().ContainSingle();
    }
}
