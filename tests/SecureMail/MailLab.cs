using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.SecureMail;

/// <summary>An authority, a sender and a recipient with throw-away keys, and services that use them. No mail server listens.</summary>
public sealed class MailLab : IDisposable
{
    public const string Sender = "antrag@stadt.example";
    public const string Office = "steueramt@amt.example";

    private readonly Lazy<ServiceProvider> _unchanged;

    public MailLab()
        : this(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero))
    {
    }

    internal MailLab(DateTimeOffset now)
    {
        Clock = new FakeTimeProvider(now);
        Authority = TestKeys.Authority(Clock);
        SenderKey = Authority.Issue(Sender);
        OfficeKey = Authority.Issue(Office);
        _unchanged = new Lazy<ServiceProvider>(() => Services());
    }

    public FakeTimeProvider Clock { get; }

    public ThrowAwayMailAuthority Authority { get; }

    public ThrowAwayMailKey SenderKey { get; }

    public ThrowAwayMailKey OfficeKey { get; }

    public ServiceProvider Services(Action<SecureMailOptions>? change = null, Action<SecureMailBuilder>? build = null)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock);
        var mail = services.AddSecureMail(new ConfigurationBuilder().Build().GetSection("BaseComponents:SecureMail")).Configure(options =>
        {
            Fill(options);
            change?.Invoke(options);
        });
        build?.Invoke(mail);
        return services.BuildServiceProvider();
    }

    public void Fill(SecureMailOptions options)
    {
        options.Environment = SecureMailEnvironment.Test;
        (options.Smtp.Host, options.Smtp.Port) = ("127.0.0.1", 1);
        options.Sender.Address = Sender;
        options.Sender.Certificate = SenderKey.ToOptions();
        options.TrustAnchorsPem = Authority.AnchorPem;
        options.Recipients = [OfficeKey.ToRecipient()];
        options.DecryptionKeys = [SenderKey.ToOptions()];
    }

    public async Task<ReceivedMail> ReadAsync(byte[] mail, Action<SecureMailOptions>? change = null)
    {
        if (change is null)
            return await _unchanged.Value.GetRequiredService<ISecureMailReader>().OpenAsync(new MemoryStream(mail));
        await using var services = Services(change);
        return await services.GetRequiredService<ISecureMailReader>().OpenAsync(new MemoryStream(mail));
    }

    public async Task<SecureMailException> RefusalAsync(SecureMessage message, Action<SecureMailOptions>? change = null, Action<SecureMailBuilder>? build = null)
    {
        await using var services = Services(change, build);
        var sending = () => services.GetRequiredService<ISecureMailClient>().SendAsync(message);
        return (await sending.Should().ThrowAsync<SecureMailException>()).Which;
    }

    public void Dispose()
    {
        if (_unchanged.IsValueCreated)
            _unchanged.Value.Dispose();
        Authority.Dispose();
    }
}
