using BaseService;

await using var application = ServiceHost.Build(args);
await application.RunAsync();
