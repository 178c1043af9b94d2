using BaseComponents.SecureMail.Internal.Outbox;
using BaseComponents.SecureMail.Outbox;

namespace BaseComponents.Tests.SecureMail.Outbox;

/// <summary>Whatever happens in whatever order: what was accepted stays so, nobody ambiguous is sent to without a decision, and no mail is stuck.</summary>
public sealed class OutboxTransitionTests
{
    private static readonly DateTimeOffset _noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Random_histories_keep_the_promises()
    {
        for (var seed = 0; seed < 2000; seed++)
            Live(new Random(seed));
    }

    [Theory]
    [InlineData(OutboxRecipientState.Failed, 0)]
    [InlineData(OutboxRecipientState.Deferred, 5)]
    public void One_that_may_have_the_mail_is_a_persons_to_end_and_not_a_failure(OutboxRecipientState answer, int daysLater)
    {
        var options = new OutboxOptions { Ambiguous = AmbiguousPolicy.ResendOnce };
        OutboxRecipient[] people = [new(0, "a0@amt.example", OutboxRecipientState.Deferred) { MayHaveArrived = true }, new(1, "a1@amt.example", OutboxRecipientState.Deferred)];
        var again = OutboxTransitions.Begin(Fresh(2) with { Resends = 1, Recipients = people }, _noon.AddMinutes(20));

        var over = OutboxTransitions.Settle(OutboxTransitions.Answer(again, new HashSet<int> { 0, 1 }, answer, "smtp.rejected", null), options, _noon.AddDays(daysLater), 0.5);

        over.Phase.Should().Be(OutboxPhase.Held);
        over.Recipients.Select(one => one.State).Should().Equal(OutboxRecipientState.Ambiguous, OutboxRecipientState.Failed);
        OutboxTransitions.Decide(over, OutboxDecision.GiveUp, "the office has not got it", _noon)!.Recipients[0].State.Should().Be(OutboxRecipientState.Failed);
    }

    [Fact]
    public void The_wait_doubles_is_bounded_and_spread()
    {
        var options = new OutboxOptions();

        RetryDelay.Of(1, options, 0.5).Should().Be(TimeSpan.FromMinutes(1));
        RetryDelay.Of(3, options, 0.5).Should().Be(TimeSpan.FromMinutes(4));
        RetryDelay.Of(1000, options, 1).Should().Be(TimeSpan.FromMinutes(72));
        RetryDelay.Of(1, options, 0).Should().Be(TimeSpan.FromSeconds(48));
    }

    private static void Live(Random random)
    {
        var options = new OutboxOptions { Ambiguous = random.Next(2) == 0 ? AmbiguousPolicy.Hold : AmbiguousPolicy.ResendOnce };
        var (mail, now, sentOf, decided) = (Fresh(random.Next(1, 4)), _noon, new int[3], 0);
        for (var step = 0; step < 40 && mail.Phase is not OutboxPhase.Settled; step++)
        {
            now = mail.DueAt > now ? mail.DueAt.Value : now;
            if (mail.Phase is OutboxPhase.Held)
            {
                decided++;
                mail = OutboxTransitions.Decide(mail, (OutboxDecision)random.Next(3), "seen", now)!;
                continue;
            }

            var before = mail;
            mail = Attempt(mail, options, now, random, sentOf);
            foreach (var recipient in before.Recipients.Where(one => one.State is OutboxRecipientState.Accepted or OutboxRecipientState.Failed))
                mail.Recipients[recipient.Index].Should().Be(recipient);
            if (decided == 0)
                mail.Recipients.Where(one => sentOf[one.Index] > 0 && mail.Phase is not OutboxPhase.HandingOver).Should().NotContain(one => one.State == OutboxRecipientState.Failed, "a copy may have arrived");
            (mail.Phase is OutboxPhase.Settled or OutboxPhase.Held).Should().Be(mail.DueAt is null, "only what is over or held is never due");
        }

        sentOf.Should().OnlyContain(times => times <= 1 + decided + mail.Resends, "the end of a mail is written again only after a decision or by the policy");
        if (options.Ambiguous is AmbiguousPolicy.Hold && decided == 0)
            sentOf.Should().OnlyContain(times => times <= 1);
    }

    private static OutboxMail Attempt(OutboxMail mail, OutboxOptions options, DateTimeOffset now, Random random, int[] sentOf)
    {
        OutboxMail Settle(OutboxMail one) => OutboxTransitions.Settle(one, options, now, random.NextDouble());
        if (mail.Phase is OutboxPhase.HandingOver)
            return Settle(mail);
        mail = OutboxTransitions.Begin(mail, now.AddMinutes(2));
        if (random.Next(5) == 0)
            return mail;
        HashSet<int> asked = [.. mail.Recipients.Where(OutboxTransitions.IsPending).Select(one => one.Index)];
        var refused = mail.Recipients.Where(one => asked.Contains(one.Index) && random.Next(4) == 0)
            .ToDictionary(one => one.Index, one => one with { State = random.Next(2) == 0 ? OutboxRecipientState.Deferred : OutboxRecipientState.Failed });
        mail = OutboxTransitions.HandOver(mail, refused);
        asked.ExceptWith(refused.Keys);
        // A worker that is killed here leaves the mail to the next.
        if (random.Next(4) == 0)
            return Count(mail);
        return random.Next(4) switch
        {
            0 => Settle(OutboxTransitions.Answer(mail, asked, OutboxRecipientState.Deferred, "smtp.busy", null)),
            1 => Settle(OutboxTransitions.Answer(Count(mail), asked, OutboxRecipientState.Ambiguous, "smtp.outcome-unknown", null)),
            _ => Settle(OutboxTransitions.Answer(Count(mail), asked, OutboxRecipientState.Accepted, null, "250")),
        };

        OutboxMail Count(OutboxMail one)
        {
            foreach (var index in asked)
                sentOf[index]++;
            return one;
        }
    }

    private static OutboxMail Fresh(int recipients) => new()
    {
        Tenant = "",
        Id = "a-0",
        KeyHash = "a",
        MessageId = "a@stadt.example",
        EnvelopeId = "0",
        Recipients = [.. Enumerable.Range(0, recipients).Select(index => new OutboxRecipient(index, $"a{index}@amt.example", OutboxRecipientState.Sealed))],
        Size = 1,
        ContentHash = "",
        CreatedAt = _noon,
        UpdatedAt = _noon,
        DueAt = _noon,
    };
}
