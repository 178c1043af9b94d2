using System.Xml.Linq;
using BaseComponents.Sandbox.Eid.EidServer.Answers;
using BaseComponents.Sandbox.Eid.EidServer.Faults;
using BaseComponents.Sandbox.Eid.EidServer.Requests;
using BaseComponents.Sandbox.Eid.EidServer.Sessions;
using BaseComponents.Sandbox.Internal;

namespace BaseComponents.Sandbox.Eid.EidServer;

/// <summary>The three functions of the eID-Interface.</summary>
internal sealed class EidServerDesk(SandboxFaults armed, EidServerAddresses addresses, EidSessions sessions, CardReader reader)
{
    private static readonly string[] _withheld = ["PlaceOfResidence", "CommunityID", "RestrictedID"];
    private readonly AnswerFaults<UseIdPlan> _useIdFaults = new(armed, "eid-server.use-id.", "eID-Server, useID", UseIdFaults.All);
    private readonly AnswerFaults<ResultPlan> _resultFaults = new(armed, "eid-server.get-result.", "eID-Server, getResult", ResultFaults.All);

    public XElement UseId(UseIdRequest request) => UseIdWriter.Write(Open(request) switch
    {
        { Minor: null } opened => _useIdFaults.Apply(opened),
        var refused => refused,
    });

    /// <summary>The answer, and whether it brings what was asked for.</summary>
    public (XElement Content, bool IsResult) GetResult(GetResultRequest request)
    {
        var plan = Take(request) switch
        {
            (_, EidOutcome.Failed failed) => ResultPlan.Failed(failed.Minor),
            (var session, EidOutcome.Read reading) => _resultFaults.Apply(reader.Read(session!.Request, reading)),
            _ => throw new InvalidOperationException("An outcome that nobody knows."),
        };
        return (ResultWriter.Write(plan), plan.Minor is null);
    }

    public XElement ServerInfo() => ServerInfoWriter.Write(armed.Take(ServerFaults.FewerRights) is null ? _ => true : operation => !_withheld.Contains(operation));

    private UseIdPlan Open(UseIdRequest request)
    {
        if (request.LacksArgument)
            return UseIdPlan.Refused(ResultCodes.MissingArgument);
        return sessions.TryOpen(request, out var session, out var refusal)
            ? new UseIdPlan(session.Id, session.Psk) { ECardServerAddress = addresses.ECardServer.AbsoluteUri }
            : UseIdPlan.Refused(refusal);
    }

    private (EidSession? Session, EidOutcome Outcome) Take(GetResultRequest request)
    {
        if (sessions.Find(request.SessionId) is { Outcome: not null } waiting)
            Disturb(waiting, request);
        return sessions.Answer(request);
    }

    private void Disturb(EidSession session, GetResultRequest request)
    {
        if (armed.Take(ServerFaults.ExpiredSession) is not null)
            sessions.Drop(request.SessionId);
        if (armed.Take(ServerFaults.InvalidCounter) is not null)
            session.Calls = request.Counter;
        session.IsStuck |= armed.Take(ServerFaults.NeverAResult) is not null;
        session.IsLate = armed.Take(ServerFaults.NoResultYet) is not null;
    }
}
