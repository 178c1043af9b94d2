using BaseComponents.Eid.EidServer;
using BaseComponents.Eid.Wire.EidServer;

namespace BaseComponents.Eid.Internal.EidServer;

/// <summary>The client of one server.</summary>
internal sealed class EidServerClient : IEidServerClient
{
    private readonly EidServerVersion _version;
    private readonly SoapCall _call;
    private readonly ResultOutcomes _outcomes;
    private readonly ResultPolling _polling;

    public EidServerClient(EidServerConnection connection, HttpClient http, TimeProvider clock)
    {
        _version = connection.Version;
        _call = new SoapCall(connection, http, clock);
        var issuer = connection.PseudonymIssuer ?? connection.Address.GetLeftPart(UriPartial.Path);
        _outcomes = new ResultOutcomes(
            new ResultReader(issuer, connection.LevelWhenUnstated),
            new SeenAnswers(connection.MessageLifetime + (2 * connection.ClockSkew), clock));
        _polling = new ResultPolling(_call, _outcomes, connection, clock);
    }

    public Task<EidServerStart> StartAsync(EidServerRequest request, CancellationToken cancellationToken = default) => CountedAsync(EidNames.UseId, async () =>
    {
        RequestRules.Require(request, _version);
        var answer = await AnswerAsync(EidNames.UseId, body => UseIdWriter.Write(body, request, _version), cancellationToken).ConfigureAwait(false);
        return _outcomes.OfStart(answer) is { } opened ? new EidServerStart.Started(Session(opened, request)) : (EidServerStart)new EidServerStart.Busy();
    });

    public Task<EidServerResult> GetResultAsync(EidServerSession session, CancellationToken cancellationToken = default) =>
        CountedAsync(EidNames.GetResult, () => _polling.RunAsync(session, cancellationToken));

    public Task<EidServerInfo> GetServerInfoAsync(CancellationToken cancellationToken = default) => CountedAsync(
        EidNames.GetServerInfo,
        async () => ResultOutcomes.OfServerInfo(await AnswerAsync(EidNames.GetServerInfo, GetResultWriter.WriteServerInfo, cancellationToken).ConfigureAwait(false)));

    private async Task<VerifiedAnswer> AnswerAsync(string operation, Action<System.Xml.XmlElement> writeBody, CancellationToken cancellationToken) =>
        await _call.SendAsync(operation, writeBody, cancellationToken).ConfigureAwait(false) switch
        {
            SoapReply.Answered { Answer: var answer } => answer,
            SoapReply.Lost { Fault: var fault } => throw fault,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static EidServerSession Session(OpenedSession opened, EidServerRequest request) => new()
    {
        Id = opened.Id,
        PskId = opened.PskId,
        PskKey = opened.PskKey,
        ECardServerAddress = opened.ECardServerAddress,
        Operations = request.Operations,
        MinimumLevel = request.MinimumLevel,
        EidTypes = request.EidTypes,
    };

    private static async Task<T> CountedAsync<T>(string operation, Func<Task<T>> run)
        where T : notnull
    {
        try
        {
            var result = await run().ConfigureAwait(false);
            EidServerTelemetry.Count(operation, result.GetType().Name);
            return result;
        }
        catch (EidException exception)
        {
            EidServerTelemetry.Count(operation, exception.Code);
            throw;
        }
    }
}
