using BaseComponents.SecureMail.Outbox;

namespace BaseComponents.SecureMail.Testing.Internal;

/// <summary>Two instances over the same data, and what a check needs to say what it saw.</summary>
internal sealed record OutboxPair(string Check, IMailOutboxStore First, IMailOutboxStore Second, Func<IReadOnlyList<(OutboxMail Mail, byte[] Content)>, Task<bool>> Add, CancellationToken Cancelled)
{
    public static DateTimeOffset Noon { get; } = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public string Tenant { get; } = $"check-{Guid.NewGuid():N}";

    public void Expect(bool holds, string finding)
    {
        if (!holds)
            throw new MailOutboxConformanceException(Check, finding);
    }

    public OutboxMail Mail(string key = "a", int number = 0) => new()
    {
        Tenant = Tenant,
        Id = $"{key}-{number}",
        KeyHash = key,
        MessageId = $"{key}{number}@stadt.example",
        EnvelopeId = "00112233445566778899aabbccddeeff",
        Recipients = [new(0, "a+b@amt.example", OutboxRecipientState.Sealed), new(1, null, OutboxRecipientState.Failed) { Code = SecureMailErrors.Rejected, Reply = "550 5.1.1 no" }],
        Size = 3,
        ContentHash = "00",
        CreatedAt = Noon,
        UpdatedAt = Noon,
        DueAt = Noon,
    };

    public async Task<OutboxMail> AddOneAsync(string key = "a")
    {
        Expect(await Add([(Mail(key), [1, 2, 3])]).ConfigureAwait(false), "a new mail was not added");
        return (await Second.FindAsync(Tenant, $"{key}-0", Cancelled).ConfigureAwait(false))!;
    }

    public async Task<List<OutboxMail>> ListAsync(OutboxFilter filter)
    {
        var found = new List<OutboxMail>();
        await foreach (var mail in Second.ListAsync(Tenant, filter, Cancelled).ConfigureAwait(false))
            found.Add(mail);
        return found;
    }
}
