using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Internal;
using BaseComponents.SecureMail.Internal.Keys;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.SecureMail.Keys;

public sealed class ExpiryWatchTests : IDisposable
{
    private readonly MailLab _lab = new();

    [Fact]
    public void WhatEndsSoonIsSaidOncePerDayAndNamesNobody()
    {
        var soon = _lab.Authority.Issue(MailLab.Office, validUntil: _lab.Clock.GetUtcNow().AddDays(29));
        var options = new SecureMailOptions();
        _lab.Fill(options);
        options.Recipients = [soon.ToRecipient()];
        var (settings, logs) = (new MailSettings(options, _lab.Clock), new Lines());
        var watch = new ExpiryWatch(_lab.Clock, logs);

        watch.Look(settings);
        watch.Look(settings);
        logs.Written.Should().ContainSingle().Which.Should().Match("4022 *Recipient 0, 29 days left*").And.NotContain("@");
        _lab.Clock.Advance(TimeSpan.FromDays(1));
        watch.Look(settings);

        logs.Written.Should().HaveCount(2).And.Subject.Last().Should().Contain("28 days left");
    }

    public void Dispose() => _lab.Dispose();

    private sealed class Lines : ILogger<ExpiryWatch>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add($"{eventId.Id} {formatter(state, exception)}");
    }
}
