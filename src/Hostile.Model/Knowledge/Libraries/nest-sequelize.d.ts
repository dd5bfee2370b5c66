/**
 * Nest's module that makes a pool of Sequelize.
 *
 * @library @nestjs/sequelize 9.x - 12.x
 * @source read in @nestjs/sequelize 12.0.0 dist/sequelize-core.module.js: `forRoot` makes a Sequelize of its options, and `forRootAsync` of those that its function gives; both connect it
 */
declare module '@nestjs/sequelize' {
  import { Sequelize, Options } from 'sequelize';
  export interface SequelizeModuleAsyncOptions {
    useFactory?: (...args: any[]) => Options | Promise<Options>;
    useClass?: any;
    useExisting?: any;
    inject?: any[];
    imports?: any[];
    name?: string;
  }
  export class SequelizeModule {
    /** @makes */
    static forRoot(options?: Options): Sequelize;
    /** @makes */
    static forRootAsync(options: SequelizeModuleAsyncOptions): Sequelize;
    static forFeature(...args: any[]): any;
  }
  export function InjectModel(...args: any[]): any;
  export function InjectConnection(...args: any[]): any;
  export function getModelToken(...args: any[]): any;
}
