using Waymark.Commands;

return await WaymarkCommand.Create().Parse(args).InvokeAsync();

/// <summary>The entry point; public so that tests can start the real host.</summary>
public partial class Program;
