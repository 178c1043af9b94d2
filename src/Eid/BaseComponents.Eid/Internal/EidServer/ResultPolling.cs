using BaseComponents.Eid.EidServer;
using BaseComponents.Eid.Wire.EidServer;

namespace BaseComponents.Eid.Internal.EidServer;

/// <summary>
/// Asks for the result of one session until there is one. Each question has the next number, also after an answer that was lost: the server may have
/// counted it. A request that never left has no number.
/// </summary>
internal sealed class ResultPolling(SoapCall call, ResultOutcomes outcomes, EidServerConnection connection, TimeProvider clock)
{
    private const int MostLost = 3;

    public async Task<EidServerResult> RunAsync(EidServerSession session, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        var (counter, lost) = (session.RequestCounter, 0);
        while (true)
        {
            counter = checked(counter + 1);
            var reply = await call.SendAsync(EidNames.GetResult, body => GetResultWriter.Write(body, session.Id, counter), cancellationToken).ConfigureAwait(false);
            var isOver = clock.GetElapsedTime(start) + connection.PollInterval > connection.ResultDeadline;
            switch (reply)
            {
                case SoapReply.Answered { Answer: var answer }:
                    lost = 0;
                    if (outcomes.Of(answer, session) is { } result)
                        return result;
                    if (isOver)
                        return new EidServerResult.Pending(session with { RequestCounter = counter });
                    break;
                case SoapReply.Lost failure when ++lost >= MostLost || isOver:
                    throw failure.Fault;
                case SoapReply.Lost { WasSent: false }:
                    counter--;
                    break;
            }

            await Task.Delay(connection.PollInterval, clock, cancellationToken).ConfigureAwait(false);
        }
    }
}
