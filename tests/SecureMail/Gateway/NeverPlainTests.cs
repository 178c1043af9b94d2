using System.Text;
using BaseComponents.SecureMail;

namespace BaseComponents.Tests.SecureMail.Gateway;

/// <summary>
/// The property behind it all: whatever settings, message and server are thrown together, a canary of a message that does not ask for plain text crosses the network in no byte, and the relay sees it only
/// where all three consents are there.
/// </summary>
public sealed class NeverPlainTests(RelayLab lab) : IClassFixture<RelayLab>
{
    private static readonly string[] _people = [MailLab.Office, RelayLab.Council, RelayLab.Citizen, MailLab.Sender];
    private static readonly MailProtection[] _wishes = [MailProtection.Encrypted, MailProtection.EncryptedOrGateway, MailProtection.ByGateway];
    private static readonly string[] _commands = ["EHLO", "STARTTLS", "MAIL", "RCPT", "DATA", ".", "never"];
    private static readonly string?[] _answers = ["", "250 OK", "421 4.3.2 closing", "451 4.3.0 later", "550 5.7.1 no", "250-half", "nonsense", "354 go on"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task NoCanaryCrossesTheWire(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 12; round++)
            await RoundAsync(random);
    }

    [Fact]
    public async Task TheCanaryIsSeenWhereItIsAllowed()
    {
        await using var server = new RecordingServer();

        await lab.SendAsync(server, Message([RelayLab.Citizen], [], MailProtection.ByGateway, "x"), GatewayPolicyTests.Allow);

        IsIn(Encoding.Latin1.GetBytes(server.Said.ToString())).Should().BeTrue();
        IsIn(server.Wire.ToArray()).Should().BeFalse();
    }

    private async Task RoundAsync(Random random)
    {
        var (policy, guarantee, wish) = (random.Next(2) == 0 ? MailPolicy.RequireEncryption : MailPolicy.GatewayFallback, random.Next(2) == 0, _wishes[random.Next(3)]);
        var people = _people.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).ToList();
        var (command, answer) = (_commands[random.Next(_commands.Length)], _answers[random.Next(_answers.Length)]);
        await using var server = new RecordingServer
        {
            OffersStartTls = random.Next(5) > 0,
            Offer = random.Next(3) == 0 ? "SIZE 5000" : "8BITMIME",
            Answer = line => line.StartsWith(command, StringComparison.Ordinal) && random.Next(2) == 0 ? answer : null,
        };
        var message = Message(people[..1], people[1..], wish, random.Next(2) == 0 ? "[plain] NOCRYPT" : "Antrag");

        var happened = await OutcomeAsync(server, message, options =>
        {
            GatewayPolicyTests.Allow(options);
            (options.Policy, options.Gateway.EncryptsOrRefuses) = (policy, guarantee);
            options.Smtp.Timeout = TimeSpan.FromSeconds(2);
            options.Sender.HeaderConfidentiality = random.Next(2) == 0 ? HeaderConfidentiality.Baseline : HeaderConfidentiality.None;
        });

        IsIn(server.Wire.ToArray()).Should().BeFalse(happened);
        if (IsIn(Encoding.Latin1.GetBytes(server.Said.ToString())))
        {
            (policy, guarantee).Should().Be((MailPolicy.GatewayFallback, true), happened);
            wish.Should().NotBe(MailProtection.Encrypted, happened);
            server.Said.ToString().Should().Contain("X-Encrypt: yes", happened);
        }
    }

    private async Task<string> OutcomeAsync(RecordingServer server, SecureMessage message, Action<SecureMailOptions> change)
    {
        try
        {
            return (await lab.SendAsync(server, message, change)).ToString();
        }
        catch (SecureMailException fault)
        {
            return fault.Code;
        }
        catch (Microsoft.Extensions.Options.OptionsValidationException exception)
        {
            return exception.Message;
        }
    }

    private static SecureMessage Message(IReadOnlyList<string> to, IReadOnlyList<string> bcc, MailProtection protection, string subject) => new()
    {
        To = to,
        Bcc = bcc,
        Subject = subject,
        Protection = protection,
        Text = RelayLab.Canary,
        Html = $"<!DOCTYPE html><html><body><p>{RelayLab.Canary}</p></body></html>",
        Attachments = [SecureAttachment.FromBytes($"{RelayLab.Canary}.txt", "text/plain", Encoding.ASCII.GetBytes($"  {RelayLab.Canary} {RelayLab.Canary}"))],
    };

    // As it is, and in base64 at each of the three places a word can begin.
    private static bool IsIn(byte[] octets)
    {
        var canary = Encoding.ASCII.GetBytes(RelayLab.Canary);
        var forms = Enumerable.Range(0, 3).Select(shift => Convert.ToBase64String([.. new byte[shift], .. canary])[4..^4]).Append(RelayLab.Canary);
        return forms.Any(form => octets.AsSpan().IndexOf(Encoding.ASCII.GetBytes(form)) >= 0);
    }
}
