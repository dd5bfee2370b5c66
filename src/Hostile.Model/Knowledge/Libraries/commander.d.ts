/**
 * Commander.
 *
 * @library commander 9.x - 14.x
 * @source run on commander 14.0.3 (Node 20.20.2): an action that rejects ends the process after `parse`, and rejects what `parseAsync` gives; one process runs one action
 */
declare module 'commander' {
  export interface OptionValues { [key: string]: any; }
  export class Command {
    args: string[];
    commands: readonly Command[];
    constructor(name?: string);
    /**
     * @root 0 start
     * @calls 0 later returning promise
     */
    action(handler: (...args: any[]) => void | Promise<void>): this;
    hook(event: string, listener: (...args: any[]) => void | Promise<void>): this;
    command(nameAndArguments: string, ...more: any[]): Command;
    createCommand(name?: string): Command;
    addCommand(command: Command, options?: any): this;
    addArgument(argument: any): this;
    addHelpCommand(...more: any[]): this;
    addHelpText(position: string, text: any): this;
    addOption(option: any): this;
    alias(alias: string): this;
    aliases(aliases: readonly string[]): this;
    allowExcessArguments(allow?: boolean): this;
    allowUnknownOption(allow?: boolean): this;
    argument(name: string, ...more: any[]): this;
    arguments(names: string): this;
    combineFlagAndOptionalValue(combine?: boolean): this;
    configureHelp(configuration: any): this;
    configureOutput(configuration: any): this;
    description(text: string, ...more: any[]): this;
    enablePositionalOptions(enable?: boolean): this;
    error(message: string, options?: any): never;
    exitOverride(callback?: (error: any) => never | void): this;
    getOptionValue(key: string): any;
    help(context?: any): never;
    helpCommand(...more: any[]): this;
    helpInformation(context?: any): string;
    helpOption(...more: any[]): this;
    name(name: string): this;
    on(event: string, listener: (...args: any[]) => void): this;
    option(flags: string, ...more: any[]): this;
    optsWithGlobals(): OptionValues;
    opts(): OptionValues;
    outputHelp(context?: any): void;
    parse(argv?: readonly string[], options?: any): this;
    parseAsync(argv?: readonly string[], options?: any): Promise<this>;
    passThroughOptions(pass?: boolean): this;
    requiredOption(flags: string, ...more: any[]): this;
    setOptionValue(key: string, value: any): this;
    showHelpAfterError(display?: boolean | string): this;
    showSuggestionAfterError(display?: boolean): this;
    storeOptionsAsProperties(store?: boolean): this;
    summary(text: string): this;
    usage(text: string): this;
    version(text: string, ...more: any[]): this;
  }
  export class Option { constructor(flags: string, description?: string); }
  export class Argument { constructor(name: string, description?: string); }
  export const program: Command;
  export function createCommand(name?: string): Command;
}
