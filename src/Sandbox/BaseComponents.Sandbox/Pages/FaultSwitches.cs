using System.Globalization;
using BaseComponents.Sandbox.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BaseComponents.Sandbox.Pages;

/// <summary>Arms and lifts scripted misbehaviour: with buttons for people, with JSON for programs.</summary>
internal sealed class FaultSwitches(SandboxFaults faults)
{
    private const string Path = "/_sandbox/faults";
    private const string ArmPath = Path + "/arm";
    private const string ClearPath = Path + "/clear";
    private const string Anchor = "stoerungen";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path, () => Results.Json(new { faults.Known, faults.Armed }));
        endpoints.MapPost(Path, (SandboxFault fault) => faults.TryArm(fault, out var refusal) ? Results.NoContent() : Results.BadRequest(refusal));
        endpoints.MapDelete(Path, () =>
        {
            faults.Clear();
            return Results.NoContent();
        });
        endpoints.MapPost(ArmPath, (Delegate)ArmAsync);
        endpoints.MapPost(ClearPath, (HttpContext context) =>
        {
            faults.Clear();
            return Back(context);
        });
    }

    public Html Card() => Html.Of($"""
        <section class="card" id="{Anchor}">
          <h2>Störungen</h2>
          <p>Auf Wunsch geht ein Dienst fehl, damit Sie sehen, wie Ihre Anwendung damit umgeht. Eine eingeschaltete Störung trifft die nächsten
          passenden Anfragen, so oft wie angegeben, und ist dann vorbei.</p>
          {Armed()}
          <form method="post" action="{ArmPath}">
            <p class="entries">
              <label>Wie oft <input name="times" type="number" min="1" max="{SandboxFaults.MaxTimes}" value="1" required></label>
              <label>Verzögerung in Millisekunden, wo es eine gibt <input name="milliseconds" type="number" min="0" max="{SandboxFaults.MaxMilliseconds}" value="5000" required></label>
            </p>
            <ul class="switches">{faults.Known.OrderBy(fault => fault.Key, StringComparer.Ordinal).Select(fault => Switch(fault.Key, fault.Value))}</ul>
          </form>
          <p>Aus einem Programm: <code>POST {Path}</code> mit JSON aus <code>name</code>, <code>times</code> und <code>milliseconds</code>, mit <code>share</code> und <code>seed</code> für einen Anteil der Anfragen; <code>DELETE</code> hebt alles auf.</p>
        </section>
        """);

    private static Html Switch(string name, string description) => Html.Of($"""
        <li><span>{description} <code>{name}</code></span>
        <button class="quiet" name="name" value="{name}">Einschalten<span class="unseen">: {name}</span></button></li>
        """);

    private Html Armed() => faults.Armed is { Count: > 0 } armed
        ? Html.Of($"""
            <form class="warning" id="eingeschaltet" method="post" action="{ClearPath}">
              <h3>Eingeschaltet</h3>
              <ul>{armed.OrderBy(fault => fault.Name, StringComparer.Ordinal).Select(fault => Html.Of($"<li><code>{fault.Name}</code>, {Extent(fault)}</li>"))}</ul>
              <button>Alle Störungen aufheben</button>
            </form>
            """)
        : Html.Empty;

    private static string Extent(SandboxFault fault) => fault.Share > 0 ? $"{fault.Share} von 100 Anfragen" : $"noch {fault.Times}-mal";

    private async Task<IResult> ArmAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return Refused();
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return TryNumber(form["times"], out var times)
            && TryNumber(form["milliseconds"], out var milliseconds)
            && faults.TryArm(new SandboxFault(form["name"].ToString(), times, milliseconds), out _)
            ? Back(context)
            : Refused();
    }

    private static bool TryNumber(string? text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static IResult Refused() => Page.Show("Störung nicht eingeschaltet", Html.Of($"""
        <p>Es gehören dazu: eine Störung aus der Liste, wie oft sie trifft (1 bis {SandboxFaults.MaxTimes}), und eine Verzögerung von 0 bis {SandboxFaults.MaxMilliseconds} Millisekunden.</p>
        <p><a href="/#{Anchor}">Zurück zu den Störungen</a></p>
        """), StatusCodes.Status400BadRequest);

    private static IResult Back(HttpContext context)
    {
        context.Response.Headers.Location = "/#" + Anchor;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
