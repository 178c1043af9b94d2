using BaseComponents.SecureMail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BaseComponents.Tests.SecureMail.Receiving;

/// <summary>Mails of a folder: each to one reader, until it is settled.</summary>
public sealed class FileDropTests(MailLab lab) : IClassFixture<MailLab>, IDisposable
{
    private readonly DropLab _drop = new();

    public void Dispose() => _drop.Dispose();

    [Fact]
    public async Task AnAcknowledgedMailIsGone()
    {
        _drop.Deliver(DropLab.Plain("one"));
        await using var services = _drop.Services(lab);

        var mail = (await DropLab.ReceiveAsync(services, 1)).Single();

        (mail.Subject, mail.Delivery!.Attempt, mail.Delivery.ReceivedAt).Should().Be(("one", 1, lab.Clock.GetUtcNow()));
        new[] { "new", "cur", "claimed", "done", "set-aside" }.SelectMany(_drop.Files).Should().BeEmpty();
    }

    [Fact]
    public async Task TheTimeOfReceptionIsThatOfTheFile()
    {
        _drop.Deliver(DropLab.Plain("one"), "m");
        var written = new DateTime(2026, 11, 1, 8, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(Path.Combine(_drop.Root, "new", "m"), written);
        await using var services = _drop.Services(lab);

        (await DropLab.ReceiveAsync(services, 1)).Single().Delivery!.ReceivedAt.UtcDateTime.Should().Be(written);
    }

    [Fact]
    public async Task WhatIsKeptIsPurgedWhenItsTimeIsOver()
    {
        var clock = new FakeTimeProvider(lab.Clock.GetUtcNow());
        _drop.Deliver(DropLab.Plain("one"));
        await using var services = _drop.Services(lab, options => options.FileDrop!.KeepDoneFor = TimeSpan.FromDays(7), clock: clock);
        await DropLab.ReceiveAsync(services, 1);
        _drop.Files("done").Should().ContainSingle();

        clock.Advance(TimeSpan.FromDays(6));
        _drop.Deliver(DropLab.Plain("two"));
        await DropLab.ReceiveAsync(services, 1);
        _drop.Files("done").Should().HaveCount(2);

        clock.Advance(TimeSpan.FromDays(2));
        _drop.Deliver(DropLab.Plain("three"));
        await DropLab.ReceiveAsync(services, 1);
        _drop.Files("done").Should().HaveCount(2, "the first is gone");
    }

    [Fact]
    public async Task WhatIsNotSettledComesAgainAndIsGivenUpInTheEnd()
    {
        var clock = new FakeTimeProvider(lab.Clock.GetUtcNow());
        _drop.Deliver(DropLab.Plain("one"));
        await using var services = _drop.Services(lab, options => options.MaxAttempts = 3, clock: clock);

        for (var attempt = 1; attempt <= 3; attempt++)
        {
            (await DropLab.ReceiveAsync(services, 1, _ => Task.CompletedTask)).Single().Delivery!.Attempt.Should().Be(attempt);
            _drop.Files("claimed").Should().ContainSingle();
            _drop.Deliver(DropLab.Plain("other"));
            (await DropLab.ReceiveAsync(services, 1)).Single().Subject.Should().Be("other", "a mail that waits blocks nobody");
            clock.Advance(TimeSpan.FromMinutes(5));
        }

        _drop.Deliver(DropLab.Plain("last"));
        (await DropLab.ReceiveAsync(services, 1)).Single().Subject.Should().Be("last");
        _drop.Files("set-aside").Should().ContainSingle().Which.Should().EndWith(".GivenUp.eml");
        _drop.Logs.All.Should().Contain("set aside: GivenUp").And.NotContain("citizen.example");
    }

    [Fact]
    public async Task AHandlerThatThrowsGivesTheMailBack()
    {
        _drop.Deliver(DropLab.Plain("one"));
        await using var services = _drop.Services(lab);

        var handling = () => DropLab.ReceiveAsync(services, 1, _ => throw new FormatException("handler"));

        await handling.Should().ThrowAsync<FormatException>();
        _drop.Files("claimed").Should().ContainSingle().Which.Should().MatchRegex(@"\.1\.[0-9]+\.eml$");
    }

    [Fact]
    public async Task EachMailGoesToOneOfSeveralReaders()
    {
        for (var number = 0; number < 400; number++)
            _drop.Deliver(DropLab.Plain($"m{number}"));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var subjects = new System.Collections.Concurrent.ConcurrentBag<string>();
        var read = async () =>
        {
            await using var services = _drop.Services(lab);
            try
            {
                await foreach (var mail in services.GetRequiredService<ISecureMailbox>().ReceiveAsync(limit.Token))
                {
                    subjects.Add(mail.Subject);
                    await mail.AcknowledgeAsync(CancellationToken.None);
                    if (subjects.Count >= 400)
                        await limit.CancelAsync();
                }
            }
            catch (OperationCanceledException)
            {
                // The last one was handled.
            }
        };

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(read)));

        subjects.Should().HaveCount(400).And.OnlyHaveUniqueItems();
        new[] { "new", "claimed", "set-aside" }.SelectMany(_drop.Files).Should().BeEmpty();
    }

    [Fact]
    public async Task AClaimThatRanOutGoesToAnotherAndTheFirstIsTold()
    {
        var later = new FakeTimeProvider(lab.Clock.GetUtcNow() + TimeSpan.FromMinutes(3));
        _drop.Deliver(DropLab.Plain("one"));
        await using var first = _drop.Services(lab);
        await using var second = _drop.Services(lab, clock: later);
        await using var held = first.GetRequiredService<ISecureMailbox>().ReceiveAsync().GetAsyncEnumerator();
        (await held.MoveNextAsync()).Should().BeTrue();

        (await DropLab.ReceiveAsync(second, 1)).Single().Delivery!.Attempt.Should().Be(2);

        var late = () => held.Current.AcknowledgeAsync();
        (await late.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.ClaimLost);
    }

    [Fact]
    public async Task AProcessThatLivesKeepsItsClaim()
    {
        var clock = new FakeTimeProvider(lab.Clock.GetUtcNow());
        _drop.Deliver(DropLab.Plain("one"));
        await using var services = _drop.Services(lab, clock: clock);
        await using var other = _drop.Services(lab, clock: clock);
        await using var held = services.GetRequiredService<ISecureMailbox>().ReceiveAsync().GetAsyncEnumerator();
        (await held.MoveNextAsync()).Should().BeTrue();
        for (var seconds = 0; seconds < 600; seconds += 30)
            clock.Advance(TimeSpan.FromSeconds(30));

        _drop.Deliver(DropLab.Plain("two"));
        (await DropLab.ReceiveAsync(other, 1)).Single().Subject.Should().Be("two");
        await held.Current.AcknowledgeAsync();

        _drop.Files("claimed").Should().BeEmpty();
    }

    [Theory]
    [InlineData("1790000000.M1P2.host:2,S")]
    [InlineData("1790000000.M1P2.host;2,S")]
    [InlineData("mit Leerzeichen und Umlaut ä.eml")]
    [InlineData("-rf")]
    [InlineData("$(id)`id`")]
    [InlineData("00000000000000000000000000000000.1.999999.1.eml")]
    [InlineData("00000000000000000000000000000000.0.1.99999999999999.GivenUp.eml")]
    public async Task AnyNameWillDo(string name)
    {
        _drop.Deliver(DropLab.Plain("one"), name);
        _drop.Deliver(DropLab.Plain("two"), name, "cur");
        await using var services = _drop.Services(lab, options => options.FileDrop!.KeepDoneFor = TimeSpan.FromDays(1));

        (await DropLab.ReceiveAsync(services, 2)).Select(mail => (mail.Subject, mail.Delivery!.Attempt)).Should().BeEquivalentTo([("one", 1), ("two", 1)]);

        _drop.Files("done").Should().HaveCount(2).And.OnlyContain(file => file.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '.'), "no system stumbles over such a name");
    }

    [Fact]
    public async Task LinksAndHiddenFilesAreNoMail()
    {
        File.CreateSymbolicLink(Path.Combine(_drop.Root, "new", "link"), "/etc/hostname");
        File.WriteAllText(Path.Combine(_drop.Root, "new", ".nfs0001"), "x");
        _drop.Deliver(DropLab.Plain("one"));
        await using var services = _drop.Services(lab);

        (await DropLab.ReceiveAsync(services, 1)).Single().Subject.Should().Be("one");

        _drop.Files("new").Should().HaveCount(2);
    }

    [Fact]
    public async Task AMailIsSettledOnce()
    {
        _drop.Deliver(DropLab.Plain("one"));
        await using var services = _drop.Services(lab);
        await using var mails = services.GetRequiredService<ISecureMailbox>().ReceiveAsync().GetAsyncEnumerator();
        await mails.MoveNextAsync();
        await mails.Current.SetAsideAsync();

        var again = () => mails.Current.AcknowledgeAsync();

        await again.Should().ThrowAsync<InvalidOperationException>();
        _drop.Files("set-aside").Should().ContainSingle().Which.Should().EndWith(".ByApplication.eml");
    }

    [Fact]
    public async Task AMailOfTheApplicationsHasNothingToSettle()
    {
        var mail = await lab.ReadAsync(DropLab.Plain("one"));

        var settling = () => mail.AcknowledgeAsync();

        await settling.Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task CancellingEndsTheWaiting()
    {
        await using var services = _drop.Services(lab);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        var waiting = async () => await services.GetRequiredService<ISecureMailbox>().ReceiveAsync(soon.Token).GetAsyncEnumerator().MoveNextAsync();

        await waiting.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task AWrongPathIsNoEmptyMailbox()
    {
        await using var services = _drop.Services(lab, options => options.FileDrop!.Path = Path.Combine(_drop.Root, "nowhere"));

        var receiving = () => DropLab.ReceiveAsync(services, 1);

        (await receiving.Should().ThrowAsync<SecureMailException>()).Which.Code.Should().Be(SecureMailErrors.MailboxUnsuitable);
    }
}
