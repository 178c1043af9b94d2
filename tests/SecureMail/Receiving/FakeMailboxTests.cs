using BaseComponents.SecureMail;
using BaseComponents.SecureMail.Testing;

namespace BaseComponents.Tests.SecureMail.Receiving;

/// <summary>The mailbox for tests of applications behaves as the real one.</summary>
public sealed class FakeMailboxTests
{
    [Fact]
    public async Task WhatIsAcknowledgedIsKeptAndWhatIsNotComesAgain()
    {
        var mailbox = new FakeSecureMailbox(maxAttempts: 2);
        mailbox.Deliver(Mail("one"), "same");
        mailbox.Deliver(Mail("two"));
        mailbox.Deliver(Mail("three"));
        var seen = new List<(string, int)>();

        await foreach (var mail in mailbox.ReceiveAsync())
        {
            seen.Add((mail.Subject, mail.Delivery!.Attempt));
            if (mail.Subject == "one")
                await mail.AcknowledgeAsync();
            if (mail.Subject == "three")
                await mail.SetAsideAsync();
        }

        seen.Should().Equal(("one", 1), ("two", 1), ("three", 1), ("two", 2));
        mailbox.Acknowledged.Should().ContainSingle().Which.Delivery!.Fingerprint.Should().Be("same");
        mailbox.SetAside.Select(one => (one.Mail.Subject, one.Reason)).Should().Equal(("three", SetAsideReason.ByApplication), ("two", SetAsideReason.GivenUp));
    }

    private static ReceivedMail Mail(string subject) => new()
    {
        Verdict = new SignatureVerdict.NotSigned(),
        IsEncrypted = false,
        From = "a@b.example",
        Subject = subject,
        Date = null,
        MessageId = null,
    };
}
